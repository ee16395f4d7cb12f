package io.hayate.number;

import java.math.BigInteger;

/**
 * Powers of ten to 126 bits, as {@link ShortestDecimal} and {@link NearestDouble} multiply with them:
 * {@code g * 2^r} is the least such number above {@code 10^-k}, with {@code g} of 126 bits. Made
 * once, with exact arithmetic, when the class is loaded; read-only from then on.
 */
final class PowersOfTen {
    /** What the least double is multiplied with when it is written: {@code 10^324}. */
    static final int EXPONENT_MIN = -324;

    /** What 18 digits that come to the least double are multiplied with: {@code 10^-342}. */
    static final int EXPONENT_MAX = 342;

    private static final int BITS = 126;
    private static final int HALF_BITS = 63;
    private static final int COUNT = EXPONENT_MAX - EXPONENT_MIN + 1;
    private static final long[] HIGH = new long[COUNT];
    private static final long[] LOW = new long[COUNT];

    static {
        BigInteger lowMask = BigInteger.ONE.shiftLeft(HALF_BITS).subtract(BigInteger.ONE);
        for (int i = 0; i < COUNT; i++) {
            BigInteger power = justAbove(-(i + EXPONENT_MIN));
            HIGH[i] = power.shiftRight(HALF_BITS).longValueExact();
            LOW[i] = power.and(lowMask).longValueExact();
        }
    }

    private PowersOfTen() {}

    /** The leading 126 bits of ten to {@code exponent}, cut off, and one more. */
    private static BigInteger justAbove(int exponent) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
        int shift = BITS - power.bitLength();
        if (exponent >= 0) {
            BigInteger leading = shift >= 0 ? power.shiftLeft(shift) : power.shiftRight(-shift);
            return leading.add(BigInteger.ONE);
        }
        // 10^n has b bits and is no power of 2: 2^(125 + b) / 10^n lies between 2^125 and 2^126
        BigInteger numerator = BigInteger.ONE.shiftLeft(BITS - 1 + power.bitLength());
        return numerator.divide(power).add(BigInteger.ONE);
    }

    /** The upper 63 bits of {@code g} for {@code 10^-exponent}. */
    static long high(int exponent) {
        return HIGH[exponent - EXPONENT_MIN];
    }

    /** The lower 63 bits of {@code g} for {@code 10^-exponent}. */
    static long low(int exponent) {
        return LOW[exponent - EXPONENT_MIN];
    }
}
