package io.hayate.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    /** Below 2^26 each multiple of 1e-8 has a double of its own. */
    private static final long UNITS_OF_OWN_DOUBLE = (1L << 26) * Decimals.UNITS_PER_ONE;

    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "4.9e-324, 0",
        "-9e-13, 0",
        "37427628.61712193, 3742762861712193",
        "1, 100000000",
        "-1, -100000000",
        "0.00000001, 1",
        "-0.00000001, -1",
        "1e-8, 1",
        "0.01, 1000000",
        "43.35811863, 4335811863",
        "43.358118629999986, 4335811863",
        "0.006000000000000001, 600000",
        "0.30000000000000004, 30000000",
        "-13.014640000000007, -1301464000",
        "9500, 950000000000",
        "1000000.00000001, 100000000000001",
        "90000000, 9000000000000000",
        "89999999999, 8999999999900000000"
    })
    void shouldCountUnits(double value, long units) {
        assertEquals(units, Decimals.toUnits(value));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                1e-9,
                0.5e-8,
                0.000000015,
                0.0000000100011,
                43.358118625,
                1.0014482299,
                90_000_000_001.0,
                1e300,
                -1e300,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void shouldTellWhatIsNoMultipleOfUnit(double value) {
        assertEquals(Decimals.INEXACT, Decimals.toUnits(value));
    }

    @Test
    void shouldTakeWhatLiesWithinToleranceAndNoMore() {
        assertEquals(100_000_000, Decimals.toUnits(1 + 0.9e-12));
        assertEquals(100_000_000, Decimals.toUnits(1 - 0.9e-12));
        assertEquals(Decimals.INEXACT, Decimals.toUnits(1 + 1.2e-12));
        assertEquals(Decimals.INEXACT, Decimals.toUnits(1 - 1.2e-12));
    }

    @Test
    void shouldComeBackToSameUnits() {
        for (int i = 0; i < 200_000; i++) {
            long units =
                    random.nextLong(-UNITS_OF_OWN_DOUBLE, UNITS_OF_OWN_DOUBLE)
                            >> random.nextInt(50);
            assertEquals(units, Decimals.toUnits(Decimals.toDouble(units)));
        }
    }

    @Test
    void shouldGiveNearestDouble() {
        for (int i = 0; i < 200_000; i++) {
            long units = (random.nextLong() >> random.nextInt(62)) | 1;
            assertEquals(BigDecimal.valueOf(units, 8).doubleValue(), Decimals.toDouble(units));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0.00000001",
        "-1, -0.00000001",
        "10, 0.0000001",
        "100000000, 1",
        "-25000000, -0.25",
        "950000000000, 9500",
        "4335811863, 43.35811863",
        "1000000001, 10.00000001",
        "99999999, 0.99999999",
        "9223372036854775807, 92233720368.54775807",
        "-9223372036854775807, -92233720368.54775807"
    })
    void shouldWritePlainDecimal(long units, String expected) {
        assertEquals(expected, plain(units));
    }

    @Test
    void shouldWriteWhatReadsBackTheSame() {
        for (int i = 0; i < 100_000; i++) {
            long units = (random.nextLong() >> random.nextInt(63)) | 1;
            assertEquals(
                    BigDecimal.valueOf(units, 8).stripTrailingZeros().toPlainString(),
                    plain(units));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "86716.7455425633, 8, 86716.746",
        "86749.03619048001, 12, 86749.0361905",
        "0.30000000000000004, 15, 0.3",
        "-0.30000000000000004, 15, -0.3",
        "1.005, 2, 1.0",
        "9.995, 1, 10",
        "123456789, 3, 123000000",
        "1.23456789e-7, 3, 1.23e-7",
        "4.9e-324, 3, 4.9e-324",
        "1.7976931348623157e308, 3, 1.7976931348623157e308",
        "1.23456e300, 3, 1.23e300",
        "0, 5, 0",
        "-0.0, 5, -0.0",
        "NaN, 5, NaN",
        "-Infinity, 5, -Infinity"
    })
    void shouldRoundToSignificantDigits(double value, int digits, double rounded) {
        assertEquals(rounded, Decimals.round(value, digits));
    }

    @Test
    void shouldRoundAsADecimalWouldBe() {
        for (int i = 0; i < 100_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(20) - 10);
            int digits = 1 + random.nextInt(12);
            double exact =
                    BigDecimal.valueOf(value)
                            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                            .doubleValue();
            double step = Math.ulp(exact);

            assertEquals(exact, Decimals.round(value, digits), step, value + " to " + digits);
        }
    }

    private static String plain(long units) {
        byte[] text = new byte[23];
        int length = Decimals.writePlain(units, text, 2);
        return new String(text, 2, length, StandardCharsets.US_ASCII);
    }
}
