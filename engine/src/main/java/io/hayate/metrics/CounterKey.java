package io.hayate.metrics;

import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;

/**
 * The key of a counter: two words of UTF-8, each behind a byte with its length, cut where they are too long.
 * The label has them whole.
 */
public final class CounterKey {
    /** Bytes of a word at most: both fit into the 112 bytes of a key. */
    public static final int WORD_BYTES_MAX = 55;

    private CounterKey() {}

    /** Writes both at the start of a buffer; returns how many bytes they take. */
    static int write(MutableDirectBuffer buffer, String first, String second) {
        int end = word(buffer, 0, first);
        return word(buffer, end, second);
    }

    private static int word(MutableDirectBuffer buffer, int offset, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, WORD_BYTES_MAX);
        while (length < bytes.length && (bytes[length] & 0xC0) == 0x80) {
            length--; // not within a character
        }
        buffer.putByte(offset, (byte) length);
        buffer.putBytes(offset + 1, bytes, 0, length);
        return offset + 1 + length;
    }
}
