package io.hayate.journal;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Texts of ASCII in records; what is not printable becomes a question mark. */
final class RecordText {
    private static final int PRINTABLE_END = 127;

    private RecordText() {}

    /** Writes at most {@code room} characters; returns how many. Allocates nothing. */
    static int put(MutableDirectBuffer buffer, int index, CharSequence text, int room) {
        int length = Math.min(text.length(), room);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            buffer.putByte(index + i, (byte) (c >= ' ' && c < PRINTABLE_END ? c : '?'));
        }
        return length;
    }

    /** Reads a text whose place was checked. Allocates. */
    static String get(DirectBuffer buffer, int index, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int c = buffer.getByte(index + i);
            text.append(c >= ' ' && c < PRINTABLE_END ? (char) c : '?');
        }
        return text.toString();
    }
}
