package io.hayate.number;

/**
 * Finds the double nearest to a decimal of up to 18 digits, the opposite of {@link ShortestDecimal}.
 *
 * <p>Digits and power of ten are multiplied to 126 bits (the way of Eisel and Lemire; Daniel Lemire,
 * "Number parsing at a gigabyte per second"). The power in {@link PowersOfTen} is too large by one
 * in its last bit at most, and so the product is off by less than one in its own. With some 70 bits
 * below the last one that a double has, that tells on which side of the midpoint between two doubles
 * the decimal lies, unless the product is that midpoint or the number behind it. Then, and only
 * then, there is no answer: the decimal lies on a midpoint, or is one of 1 in 2^70 so close to one.
 *
 * <p>Any thread. Allocates nothing.
 */
final class NearestDouble {
    /** Most digits: they and the number behind them stay below 2^63. */
    static final int DIGITS_MAX = 18;

    private static final int EXPONENT_MIN = -PowersOfTen.EXPONENT_MAX; // below it all is 0
    private static final int EXPONENT_MAX = 308;
    private static final int MANTISSA_BITS = 53;
    private static final int UNIT_MIN = -1074; // the least double is two to that
    private static final int UNIT_MAX = 971; // the greatest has 53 bits over two to that
    private static final long LOG2_OF_10 = 913_124_641_741L; // in units of 2^-38
    private static final int LOG2_SHIFT = 38;

    private NearestDouble() {}

    /**
     * The double nearest to {@code digits * 10^exponent}; NaN where that is too close to a midpoint to
     * tell.
     *
     * @param digits not negative, up to 10^18
     */
    static double of(long digits, long exponent) {
        return convert(digits, exponent, true);
    }

    /** The double at or below a decimal for which {@link #of} has no answer. */
    static double below(long digits, long exponent) {
        return convert(digits, exponent, false);
    }

    private static double convert(long digits, long exponent, boolean nearest) {
        if (digits == 0 || exponent < EXPONENT_MIN) {
            return 0;
        }
        if (exponent > EXPONENT_MAX) {
            return Double.POSITIVE_INFINITY;
        }
        int power = (int) exponent;
        int shift = Long.numberOfLeadingZeros(digits) - 1;
        long factor = digits << shift; // from 2^62 up, as the power is
        long high = PowersOfTen.high(-power);
        long lowest = factor * high;
        long low = (lowest & Long.MAX_VALUE) + upperHalf(factor, PowersOfTen.low(-power));
        long top = upperHalf(factor, high) + (low >>> 63); // from 2^61 up, below 2^63
        int weight = (int) ((power * LOG2_OF_10) >> LOG2_SHIFT) + 1 - shift; // of its last bit
        return round(top, low & Long.MAX_VALUE, weight, nearest);
    }

    /** The upper 63 bits of a product of two numbers of 63 bits. */
    private static long upperHalf(long a, long b) {
        return Math.multiplyHigh(a, b) << 1 | (a * b) >>> 63;
    }

    /** Cuts {@code top * 2^weight} down to a mantissa; {@code low} are 63 bits more. */
    private static double round(long top, long low, int weight, boolean nearest) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(top);
        int unit = Math.max(weight + bits - MANTISSA_BITS, UNIT_MIN);
        int drop = unit - weight;
        if (drop >= Long.SIZE) {
            return 0; // below half of the least double
        }
        long half = 1L << (drop - 1);
        if (!nearest) {
            return compose(top >>> drop, unit);
        }
        boolean isAtMidpoint = low <= 1 && (top & (half + half - 1)) == half;
        return isAtMidpoint ? Double.NaN : compose((top + half) >>> drop, unit);
    }

    /** The double {@code mantissa * 2^unit}; what is rounded up to one bit more is one, too. */
    private static double compose(long mantissa, int unit) {
        return unit > UNIT_MAX
                ? Double.POSITIVE_INFINITY
                : Double.longBitsToDouble(((long) (unit - UNIT_MIN) << 52) + mantissa);
    }
}
