package io.hayate.venue.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-1",
                "278200",
                "86710",
                "1234567890123456",
                "9007199254740993000",
                "100000000000000000000",
                "123456789012345680000",
                "0.1",
                "-0.0001",
                "0.000001",
                "0.0000011",
                "0.00002491",
                "43.358118629999986",
                "0.006000000000000001",
                "0.001448229999994055",
                "0.00028313972602739723",
                "113940.5",
                "9.9e-7",
                "7.1e-7",
                "2e-8",
                "-5.2128e-8",
                "-1.4e-7",
                "1e-8",
                "1e+21",
                "1.5e+21",
                "-1.7976931348623157e+308",
                "2.2250738585072014e-308",
                "1e-323",
                "5e-324"
            })
    void shouldWriteNumberAsJavaScriptDoes(String text) {
        assertEquals(text, JsNumber.of(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.000001, 0.000001",
        "0.0000009999999, 9.999999e-7",
        "999999999999999900000, 999999999999999900000",
        "1000000000000000000000, 1e+21",
        "0.30000000000000004, 0.30000000000000004",
        "1E5, 100000",
        "-0.0, 0",
        "NaN, null",
        "Infinity, null"
    })
    void shouldChangeNotationAtTheEdges(double value, String text) {
        assertEquals(text, JsNumber.of(value));
    }

    @Test
    void shouldWriteDecimalsAsTheNearestDoubleWouldBe() {
        Random random = new Random(7);
        byte[] text = new byte[2 * JsNumber.LENGTH_MAX];
        for (int i = 0; i < 100_000; i++) {
            long unscaled = random.nextLong() >> random.nextInt(63);
            int scale = random.nextInt(24) - 6;

            int end = JsNumber.write(unscaled, scale, text, 0);

            String written = new String(text, 0, end, StandardCharsets.US_ASCII);
            double value = BigDecimal.valueOf(unscaled, scale).doubleValue();
            assertEquals(JsNumber.of(value), written);
        }
    }

    @Test
    void shouldWriteDecimalsThatEndWithZerosAsTheNearestDoubleWouldBe() {
        Random random = new Random(11);
        byte[] text = new byte[2 * JsNumber.LENGTH_MAX];
        for (int i = 0; i < 100_000; i++) {
            long digits = random.nextLong() >> (10 + random.nextInt(53));
            long unscaled = digits * BigDecimal.TEN.pow(random.nextInt(11)).longValueExact();
            int scale = random.nextInt(24) - 6;

            int end = JsNumber.write(unscaled, scale, text, 0);

            String written = new String(text, 0, end, StandardCharsets.US_ASCII);
            double value = BigDecimal.valueOf(unscaled, scale).doubleValue();
            assertEquals(JsNumber.of(value), written);
        }
    }

    @Test
    void shouldWriteWholeNumbersWithAllTheirDigits() {
        Random random = new Random(13);
        byte[] text = new byte[JsNumber.LENGTH_MAX];
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);

            int end = JsNumber.writeWhole(value, text, 3);

            assertEquals(
                    Long.toString(value), new String(text, 3, end - 3, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void shouldWriteTextThatReadsBackTheSame() {
        Random random = new Random(9);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(JsNumber.of(value)));
            }
        }
    }
}
