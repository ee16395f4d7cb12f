package io.hayate.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Every text is read as the double that the JDK reads, to the bit. Ten million of each kind are tried
 * in the long check, in some minutes:
 *
 * <pre>mvn test -Plong -pl engine -Dtest=NumberReaderOracleTest</pre>
 */
class NumberReaderOracleTest {
    private static final int SHARE_OF_MIDPOINTS = 10; // of up to 770 digits: slow for the JDK

    private static final MathContext SEVENTEEN_DIGITS = new MathContext(17);

    private final NumberReader reader = new NumberReader();

    @Test
    void shouldReadWhatNodeWrote() {
        for (JavaScriptNumbers.Sample sample : JavaScriptNumbers.all()) {
            assertRead(sample.value(), sample.text());
        }
    }

    @Test
    void shouldReadShortestDigitsAndAll17() {
        GeneratedNumbers numbers = new GeneratedNumbers(31);
        for (int i = 0; i < GeneratedNumbers.COUNT; i++) {
            double value = numbers.next();
            assertRead(value, Double.toString(value));
            assertReadAsJdk(seventeenDigits(value));
        }
    }

    private static String seventeenDigits(double value) {
        return new BigDecimal(value).round(SEVENTEEN_DIGITS).toString();
    }

    @Test
    void shouldReadAnyForm() {
        GeneratedNumbers numbers = new GeneratedNumbers(32);
        for (int i = 0; i < GeneratedNumbers.COUNT; i++) {
            assertReadAsJdk(numbers.nextText());
        }
    }

    @Test
    void shouldReadMidpointsAndTheirNeighbours() {
        GeneratedNumbers numbers = new GeneratedNumbers(33);
        for (int i = 0; i < GeneratedNumbers.COUNT / SHARE_OF_MIDPOINTS; i++) {
            BigDecimal number = numbers.nextMidpoint();
            assertReadAsJdk(number.toString());
            assertReadAsJdk(number.toPlainString());
        }
    }

    @Test
    void shouldReadEveryLeastSubnormalAndItsMidpoint() {
        for (long bits = 0; bits < 1_000; bits++) {
            double value = Double.longBitsToDouble(bits);
            assertReadAsJdk(new BigDecimal(value).toString());
            assertReadAsJdk(GeneratedNumbers.midpointAbove(value).toString());
        }
    }

    /** Powers of ten, and the digits that the first estimate is the least sure of. */
    @Test
    void shouldReadAroundEveryPowerOfTen() {
        Random random = new Random(34);
        for (int exponent = -400; exponent < 330; exponent++) {
            for (int i = 0; i < 50; i++) {
                String digits = Long.toString(random.nextLong() >>> random.nextInt(1, 64));
                assertReadAsJdk(digits + "e" + exponent);
            }
            assertReadAsJdk("1e" + exponent);
            assertReadAsJdk("999999999999999999e" + exponent);
            assertReadAsJdk("9999999999999999999e" + exponent);
            assertReadAsJdk("1000000000000000000000001e" + exponent);
        }
    }

    private void assertReadAsJdk(String text) {
        assertRead(Double.parseDouble(text), text);
    }

    private void assertRead(double expected, String text) {
        char[] characters = text.toCharArray();
        double actual = reader.read(characters, 0, characters.length);
        if (Double.doubleToRawLongBits(actual) != Double.doubleToRawLongBits(expected)) {
            assertEquals(expected, actual, text);
        }
    }
}
