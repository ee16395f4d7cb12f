package io.hayate.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A sum of money that is exact: 127 bits and a sign, in units of 1e-20. An amount of 8 decimals times a
 * price of 12 fits without a rest, as does a fee of 20 decimals; the largest sum is 1.7e18.
 *
 * <p>One thread. Allocates nothing where it is not said.
 */
public final class ExactSum {
    /** Decimals of the units. */
    public static final int SCALE = 20;

    /** Decimals of a price that is multiplied without a rest. */
    public static final int PRICE_SCALE = 12;

    private static final double UNITS_PER_ONE = 1e20;
    private static final long UNITS_PER_UNIT = 1_000_000_000_000L; // of ours in one of 1e-8
    private static final double TWO_TO_64 = 0x1p64;
    private static final int POWER_STEP = 18;
    private static final int LOW_BITS = Long.SIZE;
    private static final long[] POWERS = new long[POWER_STEP + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private long high; // two's complement, both together
    private long low;
    private long magnitudeHigh; // of the product that is being made
    private long magnitudeLow;

    /** The upper 64 bits. */
    public long high() {
        return high;
    }

    /** The lower 64 bits. */
    public long low() {
        return low;
    }

    /** Takes both halves. */
    public ExactSum set(long upper, long lower) {
        high = upper;
        low = lower;
        return this;
    }

    /** Takes the value of another. */
    public ExactSum set(ExactSum other) {
        return set(other.high, other.low);
    }

    /** Makes it 0. */
    public ExactSum clear() {
        return set(0, 0);
    }

    /** True when it is 0. */
    public boolean isZero() {
        return (high | low) == 0;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return isZero() ? 0 : high < 0 ? -1 : 1;
    }

    /** Changes the sign. */
    public ExactSum negate() {
        low = -low;
        high = ~high + (low == 0 ? 1 : 0);
        return this;
    }

    /** Adds another; false when the sum would be too large, and nothing changes. */
    public boolean add(ExactSum other) {
        return add(other.high, other.low);
    }

    private boolean add(long upper, long lower) {
        long sumLow = low + lower;
        long carry = Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0;
        long sumHigh = high + upper + carry;
        boolean isOver = ((high ^ sumHigh) & (upper ^ sumHigh)) < 0 || sumHigh == Long.MIN_VALUE;
        if (!isOver) {
            set(sumHigh, sumLow);
        }
        return !isOver;
    }

    /** Takes another off; false when the rest would be too large, and nothing changes. */
    public boolean subtract(ExactSum other) {
        long lower = -other.low;
        return add(~other.high + (lower == 0 ? 1 : 0), lower);
    }

    /**
     * Adds an amount times a price; of a price of more than {@link #PRICE_SCALE} decimals the nearest of
     * so many: see {@link #isExactPrice}.
     *
     * @param units the amount in units of 1e-8, with its sign
     * @param price its shortest decimal counts, as it was written
     * @return false when it is no number or too large, and nothing changes
     */
    public boolean addProduct(long units, double price) {
        return addDecimal(Math.abs(units), (units < 0) != (price < 0), price, PRICE_SCALE);
    }

    /** Adds a number such as a fee; of more than {@link #SCALE} decimals the nearest of so many. */
    public boolean add(double value) {
        return addDecimal(1, value < 0, value, SCALE);
    }

    /** True when a price has no more decimals than {@link #addProduct} takes without a rest. */
    public static boolean isExactPrice(double price) {
        double size = Math.abs(price);
        if (!(size > 0) || size > Double.MAX_VALUE) {
            return size == 0;
        }
        long bits = Double.doubleToRawLongBits(size);
        int exponent = ShortestDecimal.exponent(bits);
        long digits = ShortestDecimal.digits(bits, exponent);
        for (; exponent < -PRICE_SCALE && digits % 10 == 0; exponent++) {
            digits /= 10;
        }
        return exponent >= -PRICE_SCALE;
    }

    private boolean addDecimal(long factor, boolean isNegative, double value, int decimals) {
        double size = Math.abs(value);
        if (factor == 0 || size == 0) {
            return true;
        }
        if (!(size <= Double.MAX_VALUE) || factor < 0) {
            return false;
        }
        long bits = Double.doubleToRawLongBits(size);
        int exponent = ShortestDecimal.exponent(bits);
        long digits = ShortestDecimal.digits(bits, exponent);
        int power = exponent + decimals;
        if (power < 0) {
            digits = power < -POWER_STEP ? 0 : rounded(digits, POWERS[-power]);
            power = 0;
        }
        magnitudeHigh = 0;
        magnitudeLow = factor;
        boolean fits = multiply(digits);
        for (int rest = power; fits && digits != 0 && rest > 0; rest -= POWER_STEP) {
            fits = multiply(POWERS[Math.min(rest, POWER_STEP)]);
        }
        return fits && addMagnitude(isNegative);
    }

    /** Rounds half up; the digits are 17 at most. */
    private static long rounded(long digits, long divisor) {
        return digits / divisor + (digits % divisor >= divisor - digits % divisor ? 1 : 0);
    }

    private boolean multiply(long factor) {
        long carry = multiplyHighUnsigned(magnitudeLow, factor);
        boolean isOver = Math.multiplyHigh(magnitudeHigh, factor) != 0;
        long upper = magnitudeHigh * factor;
        magnitudeHigh = upper + carry;
        magnitudeLow *= factor;
        return !isOver && upper >= 0 && carry >= 0 && magnitudeHigh >= 0;
    }

    /** The upper half of a product; the factor is not negative. */
    private static long multiplyHighUnsigned(long unsigned, long factor) {
        return Math.multiplyHigh(unsigned, factor) + (unsigned < 0 ? factor : 0);
    }

    private boolean addMagnitude(boolean isNegative) {
        if (!isNegative) {
            return add(magnitudeHigh, magnitudeLow);
        }
        long lower = -magnitudeLow;
        return add(~magnitudeHigh + (lower == 0 ? 1 : 0), lower);
    }

    /**
     * Becomes a part of another, rounded towards 0 to a whole unit of 1e-20.
     *
     * @param part from 0 to {@code whole}
     * @param whole over 0
     */
    public ExactSum setPart(ExactSum other, long part, long whole) {
        boolean isNegative = other.high < 0;
        set(other);
        if (isNegative) {
            negate();
        }
        divideProduct(part, whole);
        return isNegative ? negate() : this;
    }

    /** Long division, bit by bit, of the 192 bits of the product. */
    private void divideProduct(long part, long whole) {
        long lower = low * part;
        long carry = multiplyHighUnsigned(low, part);
        long middle = high * part + carry;
        long upper =
                multiplyHighUnsigned(high, part)
                        + (Long.compareUnsigned(middle, carry) < 0 ? 1 : 0);
        long rest = upper; // below the divisor, as the part is at most the whole
        long quotientHigh = 0;
        long quotientLow = 0;
        if (upper >= whole) {
            throw new IllegalArgumentException("more than the whole: " + part + " of " + whole);
        }
        for (int bit = 2 * LOW_BITS - 1; bit >= 0; bit--) {
            long word = bit >= LOW_BITS ? middle : lower;
            rest = (rest << 1) | ((word >>> (bit % LOW_BITS)) & 1);
            quotientHigh = (quotientHigh << 1) | (quotientLow >>> (LOW_BITS - 1));
            quotientLow <<= 1;
            if (Long.compareUnsigned(rest, whole) >= 0) {
                rest -= whole;
                quotientLow |= 1;
            }
        }
        set(quotientHigh, quotientLow);
    }

    /** The value in units of 1e-8, rounded down; {@link Decimals#INEXACT} when that is too large. */
    public long floorUnits() {
        long upper = high;
        long lower = low;
        boolean isNegative = high < 0;
        boolean fits = !isNegative || negate().add(0, UNITS_PER_UNIT - 1);
        divideProduct(1, UNITS_PER_UNIT);
        long units = isNegative ? -low : low;
        fits = fits && high == 0 && low >= 0;
        set(upper, lower);
        return fits ? units : Decimals.INEXACT;
    }

    /** The value as a double, to show and to compare, never to add up. */
    public double toDouble() {
        boolean isNegative = high < 0;
        long lower = isNegative ? -low : low;
        long upper = isNegative ? ~high + (lower == 0 ? 1 : 0) : high;
        double lowPart = (lower >>> 1) * 2.0 + (lower & 1);
        double size = (upper * TWO_TO_64 + lowPart) / UNITS_PER_ONE;
        return isNegative ? -size : size;
    }

    /** The value, all its digits. Allocates. */
    public BigDecimal toBigDecimal() {
        BigInteger upper = BigInteger.valueOf(high).shiftLeft(LOW_BITS);
        BigInteger lower = new BigInteger(Long.toUnsignedString(low));
        return new BigDecimal(upper.add(lower), SCALE);
    }
}
