package io.hayate.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums of money are those of BigDecimal, digit by digit. */
class ExactSumTest {
    private static final double[] PRICES = {
        97_010, 0.00001234, 1, 1e-12, 0.000000012345, 17_000_000, 1e9, 6_516.1, 113_940, 5e-9, 3
    };

    private final ExactSum sum = new ExactSum();
    private final Random random = new Random(7);

    @Test
    void shouldAddProductsWithoutARest() {
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 200_000; i++) {
            long units = random.nextLong() >> (20 + random.nextInt(44));
            double price = PRICES[random.nextInt(PRICES.length)] * (1 + random.nextInt(9));
            if (!ExactSum.isExactPrice(price)) {
                continue;
            }
            assertTrue(sum.addProduct(units, price));
            BigDecimal product = BigDecimal.valueOf(units, 8).multiply(shortest(price));
            expected = expected.add(product);
        }

        assertEquals(
                0, expected.compareTo(sum.toBigDecimal()), expected + " " + sum.toBigDecimal());
    }

    private static BigDecimal shortest(double value) {
        return BigDecimal.valueOf(value);
    }

    @Test
    void shouldAddFeesWithoutARest() {
        assertTrue(sum.add(-0.0060604686));
        assertTrue(sum.add(-1.773e-7));
        assertTrue(sum.add(0.1));
        assertTrue(sum.add(0.2));

        assertEquals(new BigDecimal("0.2939393541"), sum.toBigDecimal().stripTrailingZeros());
    }

    @Test
    void shouldRoundAPriceOfMoreDecimalsToTheNearest() {
        assertFalse(ExactSum.isExactPrice(1.23456e-8));
        assertTrue(ExactSum.isExactPrice(1.2345e-8));
        assertTrue(ExactSum.isExactPrice(0));
        assertFalse(ExactSum.isExactPrice(Double.NaN));
        assertFalse(ExactSum.isExactPrice(Double.POSITIVE_INFINITY));

        assertTrue(sum.addProduct(Decimals.UNITS_PER_ONE, 1.23456e-8));
        assertTrue(sum.addProduct(Decimals.UNITS_PER_ONE, 4e-40));

        assertEquals(new BigDecimal("1.2346E-8"), sum.toBigDecimal().stripTrailingZeros());
    }

    @Test
    void shouldLeaveASumAsItIsWhenWhatIsAddedCannotBe() {
        assertTrue(sum.addProduct(5, 3));
        BigDecimal before = sum.toBigDecimal();

        assertFalse(sum.addProduct(5, Double.NaN));
        assertFalse(sum.addProduct(5, Double.NEGATIVE_INFINITY));
        assertFalse(sum.addProduct(Long.MAX_VALUE, 1e12));
        assertFalse(sum.addProduct(Long.MIN_VALUE, 1));
        assertFalse(sum.add(1e300));
        assertFalse(sum.add(2e18));
        assertTrue(sum.addProduct(0, 1e300));

        assertEquals(before, sum.toBigDecimal());
    }

    @Test
    void shouldRefuseASumBeyondItsBoundsOnBothSides() {
        assertTrue(sum.add(1.7e18));
        assertFalse(sum.add(1e17));
        ExactSum other = new ExactSum().set(sum);
        assertFalse(sum.add(other));
        assertTrue(sum.subtract(other));
        assertTrue(sum.isZero());
        assertTrue(sum.subtract(other));
        assertFalse(sum.subtract(other));

        assertEquals(-1.7e18, sum.toDouble());
    }

    @Test
    void shouldTakeAPartTowardsZero() {
        for (int i = 0; i < 50_000; i++) {
            sum.set(random.nextLong() >> (1 + random.nextInt(60)), random.nextLong());
            long whole = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
            long part = i % 9 == 0 ? whole : (random.nextLong() >>> 1) % whole;
            BigDecimal expected =
                    sum.toBigDecimal()
                            .multiply(BigDecimal.valueOf(part))
                            .divide(BigDecimal.valueOf(whole), ExactSum.SCALE, RoundingMode.DOWN);
            ExactSum taken = new ExactSum().setPart(sum, part, whole);

            assertEquals(expected, taken.toBigDecimal(), part + " of " + whole);
        }
    }

    @Test
    void shouldTakeNoMoreThanTheWhole() {
        sum.set(Long.MAX_VALUE, 0);

        assertThrows(IllegalArgumentException.class, () -> sum.setPart(sum, Long.MAX_VALUE, 1));
    }

    @Test
    void shouldTellADoubleWithinTwoUnitsOfItsLastPlace() {
        for (int i = 0; i < 50_000; i++) {
            sum.set(random.nextLong() >> random.nextInt(64), random.nextLong());
            double told = sum.toDouble();
            double exact = sum.toBigDecimal().round(new MathContext(20)).doubleValue();

            assertEquals(exact, told, 2 * Math.ulp(exact));
            assertEquals((int) Math.signum(told), sum.signum());
        }
    }

    @Test
    void shouldRoundDownToWholeUnitsOfAnAmount() {
        for (int i = 0; i < 50_000; i++) {
            sum.set(random.nextLong() >> (25 + random.nextInt(39)), random.nextLong());
            BigDecimal units = sum.toBigDecimal().movePointRight(8);
            BigDecimal expected = units.setScale(0, RoundingMode.FLOOR);
            BigDecimal before = sum.toBigDecimal();

            assertEquals(expected, BigDecimal.valueOf(sum.floorUnits()));
            assertEquals(before, sum.toBigDecimal());
        }
        assertEquals(0, sum.clear().floorUnits());
        assertTrue(sum.add(-0.0002));
        assertEquals(-20_000, sum.floorUnits());
        assertEquals(Decimals.INEXACT, sum.set(Long.MAX_VALUE, 0).floorUnits());
    }

    @Test
    void shouldChangeSignAndBack() {
        sum.set(0, 0);
        assertTrue(sum.negate().isZero());
        sum.set(-1, 0);
        assertEquals(1, sum.negate().high());
        assertEquals(-1, sum.negate().high());
        assertEquals(0, sum.low());
    }
}
