package io.hayate.number;

/**
 * Finds the decimal with the fewest digits that reads back as a given double, and of those the one
 * closest to it (where two are as close, the even one): what JavaScript writes.
 *
 * <p>This is Schubfach (Raffaello Giulietti, "The Schubfach way to render doubles"). A double {@code
 * v = c * 2^q} is what every decimal between its two neighbours' halfway points reads as. With
 * {@code 10^k <= } the width of that interval {@code < 10^(k+1)}, at most one multiple of {@code
 * 10^(k+1)} lies in it, which then is the shortest; else one or both of the two multiples of {@code
 * 10^k} around {@code v} do. Interval and value are scaled by {@code 10^-k} to 126 bits, cut to whole
 * quarters, and set odd where a part was cut off: that compares as the exact values would.
 *
 * <p>Unlike {@link Double#toString(double)}, which wants two digits at least, one digit is enough:
 * the least double is 5e-324 here, 4.9E-324 there.
 *
 * <p>Any thread. Allocates nothing.
 */
final class ShortestDecimal {
    private static final int MANTISSA_BITS = 52;
    private static final long HIDDEN_BIT = 1L << MANTISSA_BITS;
    private static final long MANTISSA_MASK = HIDDEN_BIT - 1;
    private static final int BIAS = 1075; // a whole mantissa, so 1023 and 52
    private static final int BINARY_EXPONENT_MIN = 1 - BIAS;

    private static final long LOG10_OF_2 = 661_971_961_083L; // in units of 2^-41
    private static final long LOG10_OF_3_QUARTERS = -274_743_187_321L;
    private static final int LOG10_SHIFT = 41;
    private static final long LOG2_OF_10 = 913_124_641_741L; // in units of 2^-38
    private static final int LOG2_SHIFT = 38;

    private ShortestDecimal() {}

    /**
     * The power of ten that {@link #digits} are to be multiplied with.
     *
     * @param bits of a double over zero, not infinite
     */
    static int exponent(long bits) {
        long log = binaryExponent(bits) * LOG10_OF_2;
        return (int) ((isUneven(bits) ? log + LOG10_OF_3_QUARTERS : log) >> LOG10_SHIFT);
    }

    /**
     * The digits as a whole number of up to 17; zeros at its end are not taken off.
     *
     * @param bits of a double over zero, not infinite
     * @param exponent of the same double
     */
    static long digits(long bits, int exponent) {
        long mantissa = mantissa(bits);
        int odd = (int) mantissa & 1; // the ends of the interval read as their even neighbour
        int shift = binaryExponent(bits) + (int) ((-exponent * LOG2_OF_10) >> LOG2_SHIFT) + 2;
        long high = PowersOfTen.high(exponent);
        long low = PowersOfTen.low(exponent);
        long quarters = mantissa << 2;
        long value = scale(high, low, quarters << shift);
        long from = scale(high, low, (quarters - (isUneven(bits) ? 1 : 2)) << shift) + odd;
        long to = scale(high, low, (quarters + 2) << shift) - odd;
        long below = value >> 2;
        long tensBelow = below / 10 * 10;
        boolean isBelowIn = from <= tensBelow << 2;
        boolean isAboveIn = (tensBelow + 10) << 2 <= to;
        if (isBelowIn != isAboveIn) {
            return isBelowIn ? tensBelow : tensBelow + 10;
        }
        return nearer(value, below, from <= below << 2, (below + 1) << 2 <= to);
    }

    /** Of two neighbours the one in the interval, or the one nearer to the value in quarters. */
    private static long nearer(long value, long below, boolean isBelowIn, boolean isAboveIn) {
        if (isBelowIn != isAboveIn) {
            return isBelowIn ? below : below + 1;
        }
        long overHalf = value - ((below << 2) + 2);
        return overHalf < 0 || (overHalf == 0 && (below & 1) == 0) ? below : below + 1;
    }

    /** The product with a power of ten without its lower bits; odd where those are not all zero. */
    private static long scale(long high, long low, long quarters) {
        long carried = Math.multiplyHigh(low, quarters);
        long middle = ((high * quarters) >>> 1) + carried;
        long whole = Math.multiplyHigh(high, quarters) + (middle >>> 63);
        return whole | ((middle & Long.MAX_VALUE) + Long.MAX_VALUE) >>> 63;
    }

    private static int binaryExponent(long bits) {
        int biased = (int) (bits >>> MANTISSA_BITS);
        return biased == 0 ? BINARY_EXPONENT_MIN : biased - BIAS;
    }

    private static long mantissa(long bits) {
        long fraction = bits & MANTISSA_MASK;
        return bits >>> MANTISSA_BITS == 0 ? fraction : fraction | HIDDEN_BIT;
    }

    /** A power of two: its neighbour below is half as far as the one above. */
    private static boolean isUneven(long bits) {
        return (bits & MANTISSA_MASK) == 0 && bits >>> MANTISSA_BITS > 1;
    }
}
