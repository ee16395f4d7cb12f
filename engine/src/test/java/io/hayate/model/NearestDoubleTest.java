package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestDoubleTest {
    private static final int NUMBERS = 500_000;

    private final SplittableRandom random = new SplittableRandom(7);

    private static double read(String text) {
        char[] chars = ("[" + text + "]").toCharArray();
        return NearestDouble.read(chars, 1, text.length());
    }

    private static String text(double value) {
        byte[] text = new byte[NumberText.LENGTH_MAX];
        return new String(text, 0, NumberText.write(value, text, 0), StandardCharsets.US_ASCII);
    }

    private static void assertReads(String text) {
        assertSame(Double.parseDouble(text), read(text), text);
    }

    private static void assertSame(double expected, double actual, String text) {
        long bits = Double.doubleToRawLongBits(expected);
        assertEquals(bits, Double.doubleToRawLongBits(actual), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.0",
                "0e1",
                "1",
                "-1",
                "86711",
                "0.30000000000000004",
                "1.5e-7",
                "-2.5E+21",
                "1e21",
                "123456789012345678",
                "0.00028313972602739723",
                "4.35e-290",
                "0.000363096881353500000",
                "1.7976931348623157e307",
                "2.2250738585072014e-270",
                "275867193300050770000"
            })
    void shouldReadWhatTheVenueWrites(String text) {
        assertReads(text);
    }

    /** Halves between two doubles, and what lies right beside them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "9007199254740995",
                "9007199254740997",
                "18014398509481986",
                "18014398509481990",
                "36028797018963972",
                "90071992547409930",
                "9007199254740993e1",
                "900719925474099.3e1",
                "9007199254740992.5",
                "9007199254740993.5",
                "4503599627370497.5",
                "182195311769758055e-1"
            })
    void shouldTakeTheEvenNeighbourOfAHalf(String text) {
        assertReads(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890123456789",
                "12345678901234567800001",
                "5e-324",
                "1e-310",
                "1e309",
                "1e400",
                "1e99999",
                "1e-99999"
            })
    void shouldLeaveToOthersWhatTheVenueNeverWrites(String text) {
        assertTrue(Double.isNaN(read(text)), text);
    }

    @Test
    void shouldReadTheTextOfAnyDoubleWhereItIsNotTooSmall() {
        for (int i = 0; i < NUMBERS; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Math.abs(value) > 1e-270 && Math.abs(value) < 1e307) {
                assertReads(text(value));
            }
        }
    }

    @Test
    void shouldReadAnyDigitsWithAnyExponent() {
        for (int i = 0; i < NUMBERS; i++) {
            long digits = random.nextLong(1_000_000_000_000_000_000L) >>> random.nextInt(30);
            int exponent = random.nextInt(-270, 280);
            assertReads(digits + "e" + (exponent == 0 ? 1 : exponent));
        }
    }

    @Test
    void shouldReadSumsAsJavaScriptWritesThem() {
        for (int i = 0; i < NUMBERS; i++) {
            double sum = random.nextInt(1_000_000) / 1e8 + random.nextInt(1_000_000) / 1e7;
            assertReads(text(sum));
        }
    }

    @Test
    void shouldAllocateNothing() throws IOException {
        char[][] texts = new char[4_096][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(random.nextDouble() / 1_000).toCharArray();
        }
        double[] sum = {0};

        long bytes =
                Allocations.of(
                        i -> {
                            char[] text = texts[i % texts.length];
                            sum[0] += NearestDouble.read(text, 0, text.length);
                        });

        assertEquals(0, bytes);
        assertTrue(sum[0] > 0);
    }
}
