package io.hayate.number;

/**
 * Writes numbers as the venue does, which is as JavaScript does: the shortest digits that read back
 * the same and of those the closest to the value, plain from 1e-6 up to 1e21, with an exponent
 * outside of that. So a text rebuilt from doubles has the venue's own bytes.
 *
 * <pre>
 * 278200   -0.03025608   43.358118629999986   0.000001   2e-8   -5.2128e-8   1e+21   5e-324
 * </pre>
 *
 * <p>Any thread. Allocates nothing.
 */
public final class NumberText {
    /** Bytes that suffice for every double and every long: {@code -0.0000012345678901234567}. */
    public static final int LENGTH_MAX = 25;

    private static final int POINT_MAX = 21; // digits before the point of plain text
    private static final int POINT_MIN = -5; // zeros behind the point of plain text, negative
    private static final int UNIT_SCALE = 8;
    private static final double UNITS_PER_ONE = 1e8;
    private static final double UNITS_UNIQUE_MAX = 1e15;
    private static final double WHOLE_EXACT_MAX = 9.007199254740992E15; // 2^53
    private static final long EIGHT_ZEROS = 100_000_000;

    private NumberText() {}

    /**
     * Writes a double; both zeros are {@code 0}.
     *
     * @param text receives ASCII; {@link #LENGTH_MAX} bytes always suffice
     * @return the number of bytes written; 0, and nothing written, for what has no text: NaN and the
     *     infinities
     */
    public static int write(double value, byte[] text, int offset) {
        double magnitude = Math.abs(value);
        if (!(magnitude <= Double.MAX_VALUE)) {
            return 0;
        }
        if (magnitude == 0) {
            text[offset] = '0';
            return 1;
        }
        int at = offset;
        if (value < 0) {
            text[at++] = '-';
        }
        return writeMagnitude(magnitude, text, at) - offset;
    }

    /**
     * Writes all digits of a whole number, such as an order's id.
     *
     * @param text receives ASCII; {@link #LENGTH_MAX} bytes always suffice
     * @return the number of bytes written
     */
    public static int write(long value, byte[] text, int offset) {
        int at = offset;
        long rest = value; // negative, since that side reaches one further
        if (value < 0) {
            text[at++] = '-';
        } else {
            rest = -value;
        }
        int end = at + 1;
        for (long tens = rest / 10; tens != 0; tens /= 10) {
            end++;
        }
        for (int i = end - 1; i >= at; i--) {
            text[i] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
        return end - offset;
    }

    /**
     * Most prices and amounts are whole, or have eight decimals at most. Of at most 15 digits no two
     * decimals read as the same double, so one that reads back is the shortest.
     */
    private static int writeMagnitude(double value, byte[] text, int at) {
        if (value < WHOLE_EXACT_MAX) {
            long whole = (long) value;
            if (whole == value) { // and no shorter text reads the same: its neighbours are 1 away
                return layOut(whole, 0, text, at);
            }
            double units = Math.rint(value * UNITS_PER_ONE);
            if (units < UNITS_UNIQUE_MAX && units / UNITS_PER_ONE == value) { // correctly rounded
                return layOut((long) units, -UNIT_SCALE, text, at);
            }
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = ShortestDecimal.exponent(bits);
        return layOut(ShortestDecimal.digits(bits, exponent), exponent, text, at);
    }

    /** Writes {@code digits * 10^exponent} and returns where the text ends. */
    private static int layOut(long digits, int exponent, byte[] text, int at) {
        long shortest = digits;
        int scale = exponent;
        if (shortest % EIGHT_ZEROS == 0) {
            shortest /= EIGHT_ZEROS;
            scale += UNIT_SCALE;
        }
        while (shortest % 10 == 0) {
            shortest /= 10;
            scale++;
        }
        int count = count(shortest);
        int point = count + scale; // so many digits stand before the decimal point
        if (point > POINT_MAX || point < POINT_MIN) {
            return putExponent(shortest, count, point - 1, text, at);
        }
        if (point <= 0) {
            text[at] = '0';
            text[at + 1] = '.';
            return putDigits(shortest, count, text, putZeros(-point, text, at + 2));
        }
        if (scale >= 0) {
            return putZeros(scale, text, putDigits(shortest, count, text, at));
        }
        return putParts(shortest, count, point, text, at);
    }

    private static int count(long digits) {
        int count = 1;
        for (long limit = 10; digits >= limit; limit *= 10) {
            count++; // up to 17 digits: the limit stays in range
        }
        return count;
    }

    private static int putExponent(long digits, int count, int exponent, byte[] text, int at) {
        int next =
                count == 1 ? putDigits(digits, 1, text, at) : putParts(digits, count, 1, text, at);
        text[next] = 'e';
        text[next + 1] = (byte) (exponent < 0 ? '-' : '+');
        int magnitude = Math.abs(exponent);
        return putDigits(magnitude, count(magnitude), text, next + 2);
    }

    /** Writes digits with a point behind the first few, not all, of them. */
    private static int putParts(long digits, int count, int point, byte[] text, int at) {
        int end = at + count + 1;
        long rest = digits;
        for (int i = end - 1; i > at + point; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[at + point] = '.';
        putDigits(rest, point, text, at);
        return end;
    }

    private static int putDigits(long digits, int count, byte[] text, int at) {
        long rest = digits;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + count;
    }

    private static int putZeros(int count, byte[] text, int at) {
        for (int i = 0; i < count; i++) {
            text[at + i] = '0';
        }
        return at + count;
    }
}
