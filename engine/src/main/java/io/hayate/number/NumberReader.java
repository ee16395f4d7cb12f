package io.hayate.number;

/**
 * Reads numbers as JSON writes them, of any length, as the nearest double, half to even: to the bit
 * what {@link Double#parseDouble} makes of them, which allocates. The opposite of {@link NumberText}.
 *
 * <pre>
 * 278200   -0.03025608   0.30000000000000004   1e+21   2e-8   -0   5e-324
 * </pre>
 *
 * <p>One thread. Reusable; allocates nothing, whatever the number.
 */
public final class NumberReader {
    private static final long WHOLE_EXACT_MAX = 1L << 53;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };
    private static final long EXPONENT_LIMIT =
            100_000_000_000L; // beyond what zeros can make up for
    private static final long NO_EXPONENT = Long.MIN_VALUE;

    private final Significand significant = new Significand();
    private final Midpoint midpoint = new Midpoint();
    private long digits; // those read of the number, as long as there are no more than 18

    /** Makes the tables for reading, too: the first long number would wait 10 ms for them. */
    public NumberReader() {
        NearestDouble.of(1, 0);
    }

    /**
     * Reads the number that these characters are.
     *
     * @return negative zero for what begins with a minus and is 0; an infinity for what is beyond
     *     {@link Double#MAX_VALUE}, rounded; NaN for what is no number of JSON
     */
    public double read(char[] text, int offset, int length) {
        int end = offset + length;
        boolean negative = length > 0 && text[offset] == '-';
        int first = negative ? offset + 1 : offset;
        digits = 0;
        int stop = readDigits(text, first, end);
        if (stop == first || (text[first] == '0' && stop > first + 1)) {
            return Double.NaN;
        }
        double magnitude = readFrom(text, first, stop, end);
        return negative ? -magnitude : magnitude;
    }

    /** Goes on behind the digits of the whole part. */
    private double readFrom(char[] text, int first, int point, int end) {
        int stop = point;
        int decimals = 0;
        if (point < end && text[point] == '.') {
            stop = readDigits(text, point + 1, end);
            decimals = stop - point - 1;
        }
        long exponent = stop < end ? exponent(text, stop, end) : 0;
        if (exponent == NO_EXPONENT || stop == point + 1) {
            return Double.NaN;
        }
        int count = point - first + decimals;
        boolean isShort = count - zeros(text, first, count) <= NearestDouble.DIGITS_MAX;
        return isShort
                ? ofShort(text, first, stop, exponent - decimals)
                : ofAny(text, first, stop, exponent - decimals);
    }

    /** Appends a run of digits to those read, and returns where it ends. */
    private int readDigits(char[] text, int from, int end) {
        long sum = digits;
        int at = from;
        while (at < end && isDigit(text[at])) {
            sum = sum * 10 + (text[at] - '0');
            at++;
        }
        digits = sum;
        return at;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** What follows the digits: {@code e5}, {@code E+5} or {@code e-5}, and nothing else. */
    private static long exponent(char[] text, int from, int end) {
        int at = from + 1;
        boolean negative = at < end && text[at] == '-';
        if (negative || (at < end && text[at] == '+')) {
            at++;
        }
        if ((text[from] | ' ') != 'e' || at == end) {
            return NO_EXPONENT;
        }
        long exponent = 0;
        for (; at < end; at++) {
            if (!isDigit(text[at])) {
                return NO_EXPONENT;
            }
            exponent = Math.min(exponent * 10 + (text[at] - '0'), EXPONENT_LIMIT);
        }
        return negative ? -exponent : exponent;
    }

    /** Zeros before the digits that count, where those may be short only without them. */
    private static int zeros(char[] text, int first, int count) {
        int zeros = 0;
        if (count > NearestDouble.DIGITS_MAX && text[first] == '0') {
            zeros = 1;
            while (zeros < count && text[first + 1 + zeros] == '0') { // a point comes in between
                zeros++;
            }
        }
        return zeros;
    }

    /**
     * Most are a whole number and a power of ten that a double holds exactly: one operation rounds
     * them.
     *
     * @param exponent the power of ten that the last digit stands for
     */
    private double ofShort(char[] text, int first, int end, long exponent) {
        if (digits <= WHOLE_EXACT_MAX && Math.abs(exponent) < POWERS.length) {
            return exponent < 0
                    ? digits / POWERS[(int) -exponent]
                    : digits * POWERS[(int) exponent];
        }
        double nearest = NearestDouble.of(digits, exponent);
        return Double.isNaN(nearest) ? ofAny(text, first, end, exponent) : nearest;
    }

    /**
     * Of more than 18 digits the first 18 mostly decide: where they and the number behind them come
     * to the same double, so does all in between.
     */
    private double ofAny(char[] text, int first, int end, long exponent) {
        significant.load(text, first, end, exponent);
        int more = Math.max(significant.count() - NearestDouble.DIGITS_MAX, 0);
        long leading = significant.leading(NearestDouble.DIGITS_MAX);
        long unit = significant.exponent() + more;
        double from = NearestDouble.of(leading, unit);
        double to = more == 0 ? from : NearestDouble.of(leading + 1, unit);
        return from == to
                ? from
                : midpoint.nearest(significant, NearestDouble.below(leading, unit));
    }
}
