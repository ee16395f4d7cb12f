package io.hayate.codec;

import io.hayate.number.NumberReader;
import java.nio.ByteOrder;
import org.agrona.UnsafeApi;

/**
 * Steps over the numbers of a frame, eight bytes at a time, and writes each as a value to an address
 * off heap. A row is read by one step after the other, each from where the last one stopped:
 *
 * <pre>
 * [17082,[7616.5,31.89055171,...]]
 *         ^ from ^ stop      ^ stop
 * </pre>
 *
 * <p>What a step does not recognise it declines, without an exception: the reader of all JSON takes
 * the whole frame then. Recognised are numbers: as the venue mostly writes them by the words they lie
 * in, all others, up to 100 characters, one by one. All else is declined: leading zeros, null, texts,
 * nested rows, white space, whatever is no JSON, and what is beyond the range of its type.
 *
 * <p>A step looks at bytes behind its number, so 8 must be readable behind the frame; they never
 * change its result, as long as the last byte of the frame is a closing bracket, which the caller
 * makes sure of: no number goes beyond a bracket. A step thus stops at that last byte at the latest.
 *
 * <p>An address is one of memory, or one within an array on the heap ({@code base}). Loop. Reusable;
 * allocates nothing.
 */
final class RowScanner {
    /** In place of the address where a step stopped. */
    static final long DECLINED = -1;

    /** Bytes behind a frame that must be readable. */
    static final int SLACK = Long.BYTES;

    /** True where a word that is loaded holds its first byte in its lowest bits. */
    static final boolean IS_SUPPORTED = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private static final int INTEGER_DIGITS_MAX = 15;
    private static final double FRACTION_UNITS = 1e8;
    private static final long FRACTION_FACTOR = 100_000_000;
    private static final int TEN = 10;
    private static final int NULL_TEXT = 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24;

    private static final long ZEROS = 0x3030303030303030L; // of text: '0' eight times
    private static final long OVER_NINE = 0x7676767676767676L; // lifts 10 and more to the high bit
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long DIGIT_BIT = 0x1010101010101010L; // set in digits, not in , . -
    private static final long STOP_BITS = 0x5050505050505050L; // the other one is set in ]
    private static final int WHOLE_BYTES = 0x78; // makes a number of bits one of whole bytes

    private final NumberReader numbers = new NumberReader();
    private final char[] text = new char[FrameParser.NUMBER_LENGTH_MAX];

    /**
     * Writes a number as the nearest double to {@code target}.
     *
     * @return where it ends, at a comma or bracket, or {@link #DECLINED}; the target may be written to
     *     nevertheless
     */
    long decimal(Object base, long from, long target) {
        long at = shortDecimal(base, from, target);
        return at >= 0 && isEnd(UnsafeApi.getByte(base, at)) ? at : longDecimal(base, from, target);
    }

    /**
     * Takes up to 7 digits and 8 behind the point, or up to 8 without a point; of more it stops at the
     * next, which is for the caller to see. The value is that of a whole number, below 2^53 or one
     * with eight zeros at its end, divided by 10^8: a double holds both exactly, so the quotient is
     * the one nearest to the text.
     *
     * @return where it stopped, or {@link #DECLINED}
     */
    static long shortDecimal(Object base, long from, long target) {
        long at = from;
        long word = UnsafeApi.getLong(base, at);
        long sign = 0;
        if ((byte) word == '-') {
            sign = Long.MIN_VALUE;
            at++;
            word = UnsafeApi.getLong(base, at);
        }
        int bits = bitsOfDigits(word);
        long digits = (word ^ ZEROS) << (Long.SIZE - bits); // the last digit comes highest
        long wrong = notDigits(digits) | ((byte) word == '0' ? bits ^ Byte.SIZE : 0);
        long units = eightDigits(digits) * FRACTION_FACTOR;
        at += bits >>> 3;
        if ((byte) (word >>> bits) == '.') {
            word = UnsafeApi.getLong(base, at + 1);
            bits = bitsOfDigits(word);
            digits = (word ^ ZEROS) & (-1L >>> (Long.SIZE - bits)); // zeros go on behind the last
            wrong |= notDigits(digits);
            units += eightDigits(digits);
            at += 1 + (bits >>> 3);
        }
        long value = Double.doubleToRawLongBits(units / FRACTION_UNITS);
        UnsafeApi.putLong(target, value ^ sign);
        return wrong == 0 ? at : DECLINED;
    }

    private static boolean isEnd(byte character) {
        return character == ',' || character == ']';
    }

    /** Any number of more digits, or with an exponent; whatever else there may be is declined. */
    private long longDecimal(Object base, long from, long target) {
        int length = 0;
        byte next = UnsafeApi.getByte(base, from);
        while (!isEnd(next)) {
            if (length == text.length) {
                return DECLINED;
            }
            text[length++] = (char) next; // no number has any beyond ASCII
            next = UnsafeApi.getByte(base, from + length);
        }
        double value = numbers.read(text, 0, length);
        UnsafeApi.putLong(target, Double.doubleToRawLongBits(value));
        return Math.abs(value) <= Double.MAX_VALUE ? from + length : DECLINED; // nor NaN
    }

    /**
     * Writes a whole number of up to 15 digits without a sign as a long to {@code target}.
     *
     * @return where it ends, or {@link #DECLINED}; the target may be written to nevertheless
     */
    static long integer(Object base, long from, long target) {
        long word = UnsafeApi.getLong(base, from);
        int bits = bitsOfDigits(word);
        long digits = (word ^ ZEROS) << (Long.SIZE - bits);
        long wrong = notDigits(digits) | ((byte) word == '0' ? bits ^ Byte.SIZE : 0);
        long value = eightDigits(digits);
        long at = from + (bits >>> 3);
        int digit = bits == Long.SIZE ? UnsafeApi.getByte(base, at) - '0' : TEN;
        while (Integer.compareUnsigned(digit, TEN) < 0 && at - from < INTEGER_DIGITS_MAX) {
            value = value * TEN + digit;
            at++;
            digit = UnsafeApi.getByte(base, at) - '0';
        }
        UnsafeApi.putLong(target, value);
        return wrong == 0 ? at : DECLINED;
    }

    /**
     * Steps over a value without meaning: a number or null.
     *
     * @param scratch an address that may be written to
     */
    long skip(Object base, long from, long scratch) {
        return UnsafeApi.getInt(base, from) == NULL_TEXT
                ? from + Integer.BYTES
                : decimal(base, from, scratch);
    }

    /** Steps over a comma and reads a {@link #decimal}; of a step that declined nothing more. */
    long nextDecimal(Object base, long stop, long target) {
        return isBeforeComma(base, stop) ? decimal(base, stop + 1, target) : DECLINED;
    }

    /** Steps over a comma and reads an {@link #integer}; of a step that declined nothing more. */
    static long nextInteger(Object base, long stop, long target) {
        return isBeforeComma(base, stop) ? integer(base, stop + 1, target) : DECLINED;
    }

    static boolean isBeforeComma(Object base, long stop) {
        return stop >= 0 && UnsafeApi.getByte(base, stop) == ',';
    }

    /**
     * Skips what the venue appends to a row.
     *
     * @param stop where the last step stopped, or {@link #DECLINED}
     * @return the address of the closing bracket
     */
    long endOfRow(Object base, long stop, long scratch) {
        long at = stop;
        while (isBeforeComma(base, at)) {
            at = skip(base, at + 1, scratch);
        }
        return at >= 0 && UnsafeApi.getByte(base, at) == ']' ? at : DECLINED;
    }

    /** Eight times the number of bytes before the first that stops a run of digits; 64 if none. */
    private static int bitsOfDigits(long word) {
        return Long.numberOfTrailingZeros((word ^ DIGIT_BIT) & STOP_BITS) & WHOLE_BYTES;
    }

    /** Not 0 when a byte is over 9: of no digits at all the byte that stopped them is. */
    private static long notDigits(long digits) {
        return ((digits + OVER_NINE) | digits) & HIGH_BITS;
    }

    /** The number that eight bytes of 0 to 9 are, the first in the lowest bits: pairs, fours, all. */
    private static long eightDigits(long digits) {
        long pairs = digits * 10 + (digits >>> 8);
        long low = (pairs & 0x000000ff000000ffL) * (100 + (1_000_000L << 32));
        long high = ((pairs >>> 16) & 0x000000ff000000ffL) * (1 + (10_000L << 32));
        return (low + high) >>> 32;
    }
}
