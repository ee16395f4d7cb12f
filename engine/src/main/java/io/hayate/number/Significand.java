package io.hayate.number;

/**
 * The digits of a number's text without the zeros before and behind them: {@code 12.50e3} is {@code
 * 125 * 10^2}. Of more than 800 the rest becomes one 1: no midpoint of two doubles has more than 768,
 * so that every decimal stays on its side of it.
 *
 * <p>One thread. Reusable; allocates nothing.
 */
final class Significand {
    private static final int DIGITS_MAX = 800;
    private static final int CHUNK_LIMIT = 1_000_000_000;

    private final byte[] digits = new byte[DIGITS_MAX + 1];
    private int count;
    private long exponent; // of the last digit

    /**
     * Takes the digits of a text, with a point among them or not.
     *
     * @param lastExponent the power of ten that the last one stands for
     */
    void load(char[] text, int from, int end, long lastExponent) {
        int last = end;
        long zeros = 0;
        while (last > from && (text[last - 1] == '0' || text[last - 1] == '.')) {
            last--;
            zeros += text[last] == '0' ? 1 : 0;
        }
        exponent = lastExponent + zeros;
        count = 0;
        int at = from;
        while (at < last && count < DIGITS_MAX) {
            add(text[at++]);
        }
        if (at < last) {
            leaveOut(text, at, last);
        }
    }

    private void add(char character) {
        if (character != '.' && (count > 0 || character != '0')) {
            digits[count++] = (byte) (character - '0');
        }
    }

    /** The last digit is no zero: more than nothing is left out. */
    private void leaveOut(char[] text, int from, int last) {
        long left = -1; // one takes their place
        for (int i = from; i < last; i++) {
            left += text[i] == '.' ? 0 : 1;
        }
        exponent += left;
        digits[count++] = 1;
    }

    int count() {
        return count;
    }

    /** The power of ten that the last digit stands for. */
    long exponent() {
        return exponent;
    }

    /** The first few digits, up to 18, as a whole number. */
    long leading(int most) {
        long leading = 0;
        for (int i = 0; i < Math.min(count, most); i++) {
            leading = leading * 10 + digits[i];
        }
        return leading;
    }

    /** Makes all the digits a number. */
    void copyTo(WideInteger number) {
        number.set(0);
        int chunk = 0;
        int factor = 1;
        for (int i = 0; i < count; i++) {
            chunk = chunk * 10 + digits[i];
            factor *= 10;
            if (factor == CHUNK_LIMIT) {
                number.multiplyAdd(factor, chunk);
                chunk = 0;
                factor = 1;
            }
        }
        number.multiplyAdd(factor, chunk);
    }
}
