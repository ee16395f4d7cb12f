package io.hayate.number;

/**
 * Money as whole units of 1e-8: what is added up is added exactly.
 *
 * <p>The venue's numbers are doubles; a fill within 1e-12 of a multiple of 1e-8 is that multiple.
 * Nothing here allocates.
 */
public final class Decimals {
    /** Units in one: amounts have eight decimals on this venue. */
    public static final long UNITS_PER_ONE = 100_000_000L;

    /** What {@link #toUnits} answers for a number that is no multiple of 1e-8, or too large. */
    public static final long INEXACT = Long.MIN_VALUE;

    private static final int SCALE = 8;
    private static final int POWER_MAX = 300; // beyond it a double holds no power of ten
    private static final double TOLERANCE_UNITS = 1e-4; // 1e-12 in units of 1e-8
    private static final double UNITS_MAX = 9.0e18;
    private static final double UNIT_DOUBLES_EXACT_MAX = 9.007199254740992E15; // 2^53

    private Decimals() {}

    /**
     * The value in units of 1e-8, or {@link #INEXACT} when it is not finite, not within 1e-12 of a
     * multiple, or beyond what a {@code long} holds.
     */
    public static long toUnits(double value) {
        if (!(Math.abs(value * UNITS_PER_ONE) < UNITS_MAX)) {
            return INEXACT;
        }
        long whole = (long) value;
        double fraction = (value - whole) * UNITS_PER_ONE; // the difference is exact
        long units = Math.round(fraction);
        double tolerance = Math.max(TOLERANCE_UNITS, Math.ulp(value) * UNITS_PER_ONE);
        return Math.abs(fraction - units) <= tolerance ? whole * UNITS_PER_ONE + units : INEXACT;
    }

    /** The nearest double to this number of units: the value to show, never to add up. */
    public static double toDouble(long units) {
        if (Math.abs((double) units) < UNIT_DOUBLES_EXACT_MAX) {
            return (double) units
                    / UNITS_PER_ONE; // both exact, so the quotient is correctly rounded
        }
        long whole = units / UNITS_PER_ONE;
        return whole + (double) (units % UNITS_PER_ONE) / UNITS_PER_ONE;
    }

    /**
     * The value with so many significant digits, to show what was averaged or added up: without the
     * digits that adding doubles makes up. What is not finite, or beyond all that is
     * traded, stays as it is.
     *
     * @param digits 1 to 15
     */
    public static double round(double value, int digits) {
        if (value == 0 || !(Math.abs(value) <= Double.MAX_VALUE)) {
            return value;
        }
        int scale = digits - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (Math.abs(scale) > POWER_MAX) {
            return value;
        }
        double power = Math.pow(10, Math.abs(scale));
        double rounded =
                scale < 0 ? Math.rint(value / power) * power : Math.rint(value * power) / power;
        return Math.abs(rounded) <= Double.MAX_VALUE ? rounded : value;
    }

    /**
     * Writes plain decimal text, without exponent or trailing zeros: {@code -0.25}, {@code 9500}.
     *
     * @param units the value in units of 1e-8, not {@link #INEXACT}
     * @param text receives ASCII; 21 bytes always suffice
     * @return the number of bytes written
     */
    public static int writePlain(long units, byte[] text, int offset) {
        int at = offset;
        long rest = units;
        if (rest < 0) {
            text[at++] = '-';
            rest = -rest;
        }
        at = writeDigits(rest / UNITS_PER_ONE, text, at);
        long fraction = rest % UNITS_PER_ONE;
        return (fraction == 0 ? at : writeFraction(fraction, text, at)) - offset;
    }

    private static int writeDigits(long value, byte[] text, int offset) {
        int digits = 1;
        for (long limit = 10; digits < 19 && value >= limit; limit *= 10) {
            digits++;
        }
        long rest = value;
        for (int i = offset + digits - 1; i >= offset; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return offset + digits;
    }

    private static int writeFraction(long fraction, byte[] text, int offset) {
        text[offset] = '.';
        long rest = fraction;
        int end = offset + 1 + SCALE;
        for (int i = end - 1; i > offset; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        while (text[end - 1] == '0') {
            end--;
        }
        return end;
    }
}
