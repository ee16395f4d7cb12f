package io.hayate.venue.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and values of a text, and what is none. */
class WireCursorTest {
    private static WireCursor cursor(String text) {
        WireCursor cursor = new WireCursor();
        byte[] bytes = text.getBytes(UTF_8);
        cursor.wrap(bytes, bytes.length);
        return cursor;
    }

    @ParameterizedTest
    @CsvSource({
        "7616.5, 8, 761650000000",
        "-0.25, 8, -25000000",
        "5e-7, 8, 50",
        "1.2E+3, 2, 120000",
        "19203.444049780002, 8, 1920344404978",
        "0.000000015, 8, 2",
        "-0.000000015, 8, -2",
        "1e-300, 8, 0",
        "0, 8, 0",
        "-0, 8, 0",
        "123456789012345678901234, -8, 1234567890123457",
        "0.00000000000000000000012, 24, 120"
    })
    void shouldReadANumberInItsUnits(String text, int decimals, long units) {
        WireCursor cursor = cursor(text);

        assertEquals(units, cursor.decimal(decimals));
        cursor.expectEnd();
        assertFalse(cursor.isBroken());
        assertFalse(cursor.wasBeyond());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e30", "92233720368547758080", "123456789012", "1e400"})
    void shouldTellOfANumberThatIsTooLarge(String text) {
        WireCursor cursor = cursor(text);

        assertEquals(0, cursor.decimal(8));
        assertTrue(cursor.wasBeyond());
        assertFalse(cursor.wasBeyond());
        assertFalse(cursor.isBroken());
    }

    @Test
    void shouldReadWhatBigDecimalReads() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value =
                    BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L))
                            .movePointLeft(random.nextInt(16));
            if (value.abs().compareTo(new BigDecimal("9e10")) < 0) {
                String text = random.nextBoolean() ? value.toPlainString() : value.toString();
                BigDecimal units = value.setScale(8, RoundingMode.HALF_UP).movePointRight(8);
                assertEquals(units.longValueExact(), cursor(text).decimal(8), text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "e5", "1e", "null", "\"5\"", "[5]", "--1", "+1", "x"})
    void shouldBreakAtWhatIsNoNumber(String text) {
        WireCursor cursor = cursor(text);

        assertEquals(0, cursor.decimal(8));
        assertTrue(cursor.isBroken());
        assertEquals(0, cursor.peek());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[1,[2,{\"a\":[]}],\"x,]\\\"\"]", "{\"a\":1}", "-1.5e-7", "\"\""})
    void shouldSkipAValue(String text) {
        WireCursor cursor = cursor(text + ",7");

        cursor.skipValue();

        assertTrue(cursor.skip(','));
        assertEquals(7, cursor.whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1", "\"abc", "", "]", "[1]]", "{\"a\":", "\"a\\"})
    void shouldBreakAtHalfAValue(String text) {
        WireCursor cursor = cursor(text);

        cursor.skipValue();
        cursor.expectEnd();

        assertTrue(cursor.isBroken());
    }
}
