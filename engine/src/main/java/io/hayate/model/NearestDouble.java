package io.hayate.model;

/**
 * Finds the double that is nearest to a decimal number, the even one of two that are as near: what
 * {@link ShortestDecimal} is the other way round.
 *
 * <p>The digits, shifted to 63 bits, are multiplied with a power of ten to 126 bits, which is at most one
 * unit too large. Where the product's middle is not zero, that unit cannot reach its leading bits, and
 * these, of which a double takes 53, decide. Else the answer is NaN, and somebody else is to be asked:
 * so it is for a number beyond the normal doubles, and for one of more than 18 digits. The venue writes
 * none of these.
 *
 * <p>Any thread. Allocates nothing.
 */
public final class NearestDouble {
    private static final long DIGITS_MAX = 100_000_000_000_000_000L; // one more makes 18
    private static final long EXACT_MAX = 1L << 53;
    private static final int POWERS_EXACT = 22; // of ten, as doubles
    private static final int POWER_WHOLE_MAX = 37; // 126 bits hold it as it is
    private static final int EXPONENT_LENGTH_MAX = 5; // e-324
    private static final int MANTISSA_BITS = 53;
    private static final long HIDDEN_BIT = 1L << 52;
    private static final int BIAS = 1075; // of a whole mantissa
    private static final int BIASED_MAX = 2045; // rounding up may add one
    private static final long LOG2_OF_10 = 913_124_641_741L; // in units of 2^-38
    private static final int LOG2_SHIFT = 38;
    private static final double[] TENS = new double[POWERS_EXACT + 1];

    static {
        TENS[0] = 1;
        for (int i = 1; i <= POWERS_EXACT; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private NearestDouble() {}

    /**
     * Reads a number of JSON; NaN when that is for somebody else to do.
     *
     * @param text holds such a number, which the caller has made sure of
     */
    public static double read(char[] text, int offset, int length) {
        int end = offset + length;
        return text[offset] == '-'
                ? -magnitude(text, offset + 1, end)
                : magnitude(text, offset, end);
    }

    private static double magnitude(char[] text, int from, int end) {
        int at = from;
        long digits = 0;
        int exponent = 0;
        boolean fraction = false;
        for (; at < end && (text[at] | 0x20) != 'e'; at++) {
            if (text[at] == '.') {
                fraction = true;
            } else if (digits >= DIGITS_MAX && text[at] != '0') {
                return Double.NaN;
            } else if (digits >= DIGITS_MAX) {
                exponent += fraction ? 0 : 1;
            } else {
                digits = digits * 10 + text[at] - '0';
                exponent -= fraction ? 1 : 0;
            }
        }
        if (end - at > EXPONENT_LENGTH_MAX) {
            return Double.NaN;
        }
        return of(digits, at < end ? exponent + exponent(text, at + 1, end) : exponent);
    }

    private static int exponent(char[] text, int from, int end) {
        int value = 0;
        for (int i = from; i < end; i++) {
            value = text[i] == '-' || text[i] == '+' ? value : value * 10 + text[i] - '0';
        }
        return text[from] == '-' ? -value : value;
    }

    /** The double nearest to {@code digits * 10^exponent}, or NaN; digits are 18 at most. */
    static double of(long digits, int exponent) {
        if (digits <= EXACT_MAX && Math.abs(exponent) <= POWERS_EXACT) {
            return exponent < 0 ? digits / TENS[-exponent] : digits * TENS[exponent]; // both exact
        }
        if (digits == 0) {
            return 0;
        }
        boolean known =
                -PowersOfTen.EXPONENT_MAX <= exponent && exponent <= -PowersOfTen.EXPONENT_MIN;
        return known ? scaled(digits, exponent) : Double.NaN;
    }

    private static double scaled(long digits, int exponent) {
        int shift = Long.numberOfLeadingZeros(digits) - 1;
        long factor = digits << shift;
        long high = PowersOfTen.high(-exponent);
        long low = PowersOfTen.low(-exponent);
        // the product in limbs of 63 bits: top, middle, last
        long last = (factor * low) & Long.MAX_VALUE;
        long carried = upper(factor, low);
        long middle = ((factor * high) & Long.MAX_VALUE) + carried;
        long top = upper(factor, high) + (middle >>> 63);
        middle &= Long.MAX_VALUE;
        boolean exact = middle == 0 && last == factor && isWhole(exponent);
        if (middle == 0 && !exact) {
            return ofHalves(digits, exponent);
        }
        int binary = 1 - shift + (int) ((exponent * LOG2_OF_10) >> LOG2_SHIFT);
        return rounded(top, exact, binary);
    }

    /** What divides by so many fives that halves remain is exact but for its last bits. */
    private static double ofHalves(long digits, int exponent) {
        long rest = digits;
        for (int i = exponent; i < 0; i++) {
            if (rest % 5 != 0) {
                return Double.NaN;
            }
            rest /= 5;
        }
        return exponent < 0 ? Math.scalb((double) rest, exponent) : Double.NaN;
    }

    private static boolean isWhole(int exponent) {
        return exponent >= 0 && exponent <= POWER_WHOLE_MAX;
    }

    /** A product of 126 bits without its lower 63. */
    private static long upper(long a, long b) {
        return (Math.multiplyHigh(a, b) << 1) | ((a * b) >>> 63);
    }

    /** The double nearest to {@code top * 2^binary}, or to a little more where that is not exact. */
    private static double rounded(long top, boolean exact, int binary) {
        int rest = Long.SIZE - Long.numberOfLeadingZeros(top) - MANTISSA_BITS;
        long mantissa = top >>> rest;
        long half = 1L << (rest - 1);
        long beyond = top & ((1L << rest) - 1);
        boolean tie = exact && beyond == half;
        boolean up = tie ? (mantissa & 1) != 0 : beyond >= half;
        int biased = binary + rest + BIAS;
        if (biased < 1 || biased > BIASED_MAX) {
            return Double.NaN;
        }
        long bits = ((long) biased << (MANTISSA_BITS - 1)) + mantissa - HIDDEN_BIT;
        return Double.longBitsToDouble(up ? bits + 1 : bits);
    }
}
