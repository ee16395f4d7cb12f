package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_INT;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A bounded ASCII text in the body of an event: its length, then its characters. A longer text is
 * cut and ends in three dots; what is not printable ASCII becomes a question mark. Writing
 * allocates nothing.
 */
public final class EventText {
    /** Characters that a text may have. */
    public static final int LENGTH_MAX = 128;

    /** Bytes that a text takes in a body, length included. */
    public static final int SIZE = SIZE_OF_INT + LENGTH_MAX;

    private static final int DOTS = 3;

    private EventText() {}

    /** Writes the characters at {@code index}. */
    public static void put(
            MutableDirectBuffer buffer, int index, char[] text, int offset, int length) {
        int kept = begin(buffer, index, length);
        for (int i = 0; i < kept; i++) {
            buffer.putByte(index + SIZE_OF_INT + i, ascii(text[offset + i]));
        }
    }

    /** Writes the characters at {@code index}. */
    public static void put(MutableDirectBuffer buffer, int index, CharSequence text) {
        int kept = begin(buffer, index, text.length());
        for (int i = 0; i < kept; i++) {
            buffer.putByte(index + SIZE_OF_INT + i, ascii(text.charAt(i)));
        }
    }

    /** True when the text at {@code index} begins with these characters. Allocates nothing. */
    static boolean startsWith(String prefix, DirectBuffer buffer, int index) {
        if (buffer.getInt(index) < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (buffer.getByte(index + SIZE_OF_INT + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Writes a text of no characters. */
    public static void clear(MutableDirectBuffer buffer, int index) {
        buffer.putInt(index, 0);
    }

    private static int begin(MutableDirectBuffer buffer, int index, int length) {
        int stored = Math.min(length, LENGTH_MAX);
        buffer.putInt(index, stored);
        if (stored == length) {
            return length;
        }
        for (int i = stored - DOTS; i < stored; i++) {
            buffer.putByte(index + SIZE_OF_INT + i, (byte) '.');
        }
        return stored - DOTS;
    }

    private static byte ascii(char c) {
        return (byte) (c >= ' ' && c < 127 ? c : '?');
    }

    /** The text at {@code index}. Allocates: not for trading threads. */
    public static String get(DirectBuffer buffer, int index) {
        return buffer.getStringWithoutLengthAscii(index + SIZE_OF_INT, buffer.getInt(index));
    }

    /** Copies the characters of the text at {@code index}; returns how many. Allocates nothing. */
    static int copy(DirectBuffer buffer, int index, MutableDirectBuffer target, int targetIndex) {
        int length = buffer.getInt(index);
        target.putBytes(targetIndex, buffer, index + SIZE_OF_INT, length);
        return length;
    }

    /** True when the text at {@code index} is {@code expected}. Allocates nothing. */
    public static boolean equals(DirectBuffer buffer, int index, String expected) {
        int length = buffer.getInt(index);
        if (length != expected.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer.getByte(index + SIZE_OF_INT + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** True when both texts are the same. Allocates nothing. */
    public static boolean equals(DirectBuffer a, int indexA, DirectBuffer b, int indexB) {
        int length = a.getInt(indexA);
        if (length != b.getInt(indexB)) {
            return false;
        }
        for (int i = SIZE_OF_INT; i < SIZE_OF_INT + length; i++) {
            if (a.getByte(indexA + i) != b.getByte(indexB + i)) {
                return false;
            }
        }
        return true;
    }
}
