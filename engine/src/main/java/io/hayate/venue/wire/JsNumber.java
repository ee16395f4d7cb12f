package io.hayate.venue.wire;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;

/**
 * Writes numbers as JavaScript does: the shortest digits that read back the same, plain from 1e-6
 * up to 1e21, else {@code 2e-8}, {@code 1.5e-7} or {@code 1e+21}. Not a number is {@code null}.
 */
final class JsNumber {
    /** So much room suffices for any number and for the work of writing it. */
    static final int LENGTH_MAX = 48;

    private static final int POINT_MAX = 21;
    private static final int POINT_MIN = -6;
    private static final int DIGITS_EXACT_MAX = 15; // so many read back the same from any double
    private static final int SCALE_EXACT_MAX = 290; // well within the range of doubles
    private static final double COARSE_BELOW = 1e-320; // where Java writes a digit too many
    private static final long EIGHT_ZEROS = 100_000_000;
    private static final int WHOLE_DIGITS_MAX = 19;
    private static final byte[] TENS = digits(10);
    private static final byte[] ONES = digits(1);
    private static final MathContext ONE_DIGIT = new MathContext(1);

    private JsNumber() {}

    /** Of each number below a hundred the digit of this worth. */
    private static byte[] digits(int worth) {
        byte[] digits = new byte[100];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) ('0' + i / worth % 10);
        }
        return digits;
    }

    /** True for one whose digits are those of the double nearest to it, whatever that is. */
    static boolean isShort(BigDecimal value) {
        int scale = value.scale();
        return value.precision() <= DIGITS_EXACT_MAX
                && scale <= SCALE_EXACT_MAX
                && scale >= -SCALE_EXACT_MAX;
    }

    static String of(double value) {
        byte[] text = new byte[LENGTH_MAX];
        return new String(text, 0, write(value, text, 0), StandardCharsets.ISO_8859_1);
    }

    /** Writes at {@code offset} and returns where the text ends. */
    static int write(double value, byte[] text, int offset) {
        if (!Double.isFinite(value)) {
            return put("null", text, offset);
        }
        if (value == 0) {
            return put("0", text, offset); // negative zero, too
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return write((long) value, 0, text, offset);
        }
        BigDecimal shortest = shortest(Math.abs(value));
        byte[] digits = shortest.unscaledValue().toString().getBytes(StandardCharsets.US_ASCII);
        int point = digits.length - shortest.scale();
        return layOut(value < 0, digits, 0, digits.length, point, text, offset);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal shortest = new BigDecimal(NumberOutput.toString(value, true));
        if (value < COARSE_BELOW) {
            BigDecimal shorter = shortest.round(ONE_DIGIT);
            return shorter.doubleValue() == value ? shorter : shortest;
        }
        return shortest;
    }

    /**
     * Writes {@code unscaled} times ten to the minus {@code scale} as the double nearest to it
     * would be written, without making that double where its digits are few.
     */
    static int write(long unscaled, int scale, byte[] text, int offset) {
        if (unscaled == 0) {
            return put("0", text, offset);
        }
        long short8 = unscaled / EIGHT_ZEROS; // prices of whole ticks end with eight zeros
        boolean ends = short8 * EIGHT_ZEROS == unscaled;
        long told = ends ? short8 : unscaled;
        int end = text.length; // the far end of the room serves as scratch space
        int start = putDigits(told < 0 ? told : -told, text, end);
        if (end - start > DIGITS_EXACT_MAX) {
            return write(BigDecimal.valueOf(unscaled, scale).doubleValue(), text, offset);
        }
        int point = end - start - (ends ? scale - 8 : scale);
        return layOut(unscaled < 0, text, start, end, point, text, offset);
    }

    /** Writes a whole number, with all its digits, and returns where the text ends. */
    static int writeWhole(long value, byte[] text, int offset) {
        long negative = value < 0 ? value : -value; // so that the least of all fits
        int next = value < 0 ? put("-", text, offset) : offset;
        int digits = 1;
        for (long bound = -10; negative <= bound && digits < WHOLE_DIGITS_MAX; bound *= 10) {
            digits++;
        }
        putDigits(negative, text, next + digits);
        return next + digits;
    }

    /** Writes the digits of a number, which is given as negative, up to here; where they begin. */
    private static int putDigits(long negative, byte[] text, int end) {
        int at = end;
        long rest = negative;
        while (rest <= -100) {
            long next = rest / 100;
            int pair = (int) (next * 100 - rest);
            rest = next;
            text[--at] = ONES[pair];
            text[--at] = TENS[pair];
        }
        int last = (int) -rest;
        text[--at] = ONES[last];
        if (last >= 10) {
            text[--at] = TENS[last];
        }
        return at;
    }

    /** Lays out digits of which the first {@code point} stand before the decimal point. */
    private static int layOut(
            boolean negative, byte[] digits, int start, int end, int point, byte[] text, int at) {
        int first = start;
        int last = end;
        int before = point;
        while (digits[first] == '0') {
            first++;
            before--;
        }
        while (digits[last - 1] == '0') {
            last--;
        }
        int next = negative ? put("-", text, at) : at;
        if (before > POINT_MAX || before < POINT_MIN + 1) {
            return putExponent(digits, first, last, before - 1, text, next);
        }
        if (before <= 0) {
            next = putZeros(-before, text, put("0.", text, next));
            return put(digits, first, last, text, next);
        }
        if (last - first <= before) {
            next = put(digits, first, last, text, next);
            return putZeros(before - (last - first), text, next);
        }
        next = put(digits, first, first + before, text, next);
        return put(digits, first + before, last, text, put(".", text, next));
    }

    private static int putExponent(
            byte[] digits, int first, int last, int exponent, byte[] text, int at) {
        int next = put(digits, first, first + 1, text, at);
        if (last - first > 1) {
            next = put(digits, first + 1, last, text, put(".", text, next));
        }
        next = put(exponent < 0 ? "e-" : "e+", text, next);
        return put(Integer.toString(Math.abs(exponent)), text, next);
    }

    private static int put(byte[] digits, int first, int end, byte[] text, int at) {
        System.arraycopy(digits, first, text, at, end - first);
        return at + end - first;
    }

    private static int putZeros(int count, byte[] text, int at) {
        for (int i = 0; i < count; i++) {
            text[at + i] = '0';
        }
        return at + count;
    }

    private static int put(String ascii, byte[] text, int at) {
        for (int i = 0; i < ascii.length(); i++) {
            text[at + i] = (byte) ascii.charAt(i);
        }
        return at + ascii.length();
    }
}
