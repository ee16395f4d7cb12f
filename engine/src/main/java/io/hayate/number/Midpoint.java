package io.hayate.number;

/**
 * Tells, exactly, on which side of the midpoint between two doubles a decimal lies: with whole
 * numbers as long as they come to be, both sides multiplied until nothing is left behind a point.
 * Takes a few microseconds for 20 digits, and some ten for 800.
 *
 * <p>One thread. Reusable; allocates nothing.
 */
final class Midpoint {
    private static final int MANTISSA_BITS = 52;
    private static final int BIAS = 1075; // a whole mantissa, so 1023 and 52

    private final WideInteger decimal = new WideInteger();
    private final WideInteger midpoint = new WideInteger();

    /**
     * The nearer of two neighbouring doubles, of two that are as near the even one.
     *
     * @param digits of a decimal between the two, and closer to their midpoint than to either
     * @param below the lower one, from 0 up; the upper one may be infinity, which is 2^1024 here
     */
    double nearest(Significand digits, double below) {
        long bits = Double.doubleToRawLongBits(below);
        int biased = (int) (bits >>> MANTISSA_BITS);
        long mantissa = biased == 0 ? bits : bits - ((biased - 1L) << MANTISSA_BITS);
        int exponentOfTwo = Math.max(biased, 1) - BIAS - 1;
        int exponentOfTen = (int) digits.exponent();
        digits.copyTo(decimal);
        midpoint.set(2 * mantissa + 1);
        (exponentOfTen >= 0 ? decimal : midpoint).multiplyByPowerOfFive(Math.abs(exponentOfTen));
        int shift = exponentOfTwo - exponentOfTen;
        (shift >= 0 ? midpoint : decimal).shiftLeft(Math.abs(shift));
        int side = decimal.compareTo(midpoint);
        boolean isUpper = side > 0 || (side == 0 && (bits & 1) == 1);
        return Double.longBitsToDouble(isUpper ? bits + 1 : bits);
    }
}
