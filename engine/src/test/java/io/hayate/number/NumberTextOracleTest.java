package io.hayate.number;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/**
 * Every text reads back as the same double, and is Node's, and Jackson's writer finds the same digits.
 * The JDK's own is no oracle: that of JDK 17 writes a digit too many at times. Ten million numbers are
 * tried in the long check:
 *
 * <pre>mvn test -Plong -pl engine -Dtest='NumberTextOracleTest,NumberReadTest'</pre>
 */
class NumberTextOracleTest {
    private static final MathContext ONE_DIGIT = new MathContext(1);
    private static final int POINT_MAX = 21;
    private static final int POINT_MIN = -5;

    private final byte[] text = new byte[NumberText.LENGTH_MAX];

    @Test
    void shouldWriteWhatNodeWrites() {
        for (JavaScriptNumbers.Sample sample : JavaScriptNumbers.all()) {
            assertEquals(sample.text(), write(sample.value()));
        }
    }

    @Test
    void shouldWriteDigitsOfJacksonsThatReadBackTheSame() {
        GeneratedNumbers numbers = new GeneratedNumbers(20_261_123);
        for (int i = 0; i < GeneratedNumbers.COUNT; i++) {
            double value = numbers.next();
            String written = write(value);
            if (Double.parseDouble(written) != value || !written.equals(expected(value))) {
                assertEquals(expected(value), written, () -> Double.toHexString(value));
                assertEquals(value, Double.parseDouble(written));
            }
        }
    }

    @Test
    void shouldWriteEveryLeastSubnormal() {
        for (long bits = 1; bits < 20_000; bits++) {
            double value = Double.longBitsToDouble(bits);
            assertEquals(expected(value), write(value));
        }
    }

    @Test
    void shouldWriteNumbersAroundEveryPowerOfTwo() {
        for (int exponent = Double.MIN_EXPONENT - 52; exponent <= 1023; exponent++) {
            double power = Math.scalb(1.0, exponent);
            assertEquals(expected(power), write(power));
            assertEquals(expected(Math.nextUp(power)), write(Math.nextUp(power)));
            assertEquals(expected(Math.nextDown(power)), write(Math.nextDown(power)));
        }
    }

    private String write(double value) {
        return new String(text, 0, NumberText.write(value, text, 0), US_ASCII);
    }

    /** Jackson's digits in the layout of JavaScript. */
    private static String expected(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + layOut(digits, point);
    }

    /** Jackson writes two digits at least, and with two may come closer than the one that suffices. */
    private static BigDecimal shortest(double value) {
        BigDecimal shortest = new BigDecimal(NumberOutput.toString(value, true));
        if (shortest.precision() > 2) {
            return shortest;
        }
        BigDecimal shorter = shortest.round(ONE_DIGIT);
        return shorter.doubleValue() == value ? shorter : shortest;
    }

    private static String layOut(String digits, int point) {
        int count = digits.length();
        if (point > POINT_MAX || point < POINT_MIN) {
            String rest = count == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + rest + (point > 0 ? "e+" : "e") + (point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return count <= point
                ? digits + "0".repeat(point - count)
                : digits.substring(0, point) + "." + digits.substring(point);
    }
}
