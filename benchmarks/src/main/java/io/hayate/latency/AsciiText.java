package io.hayate.latency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A text under construction, reused; adding to it allocates nothing. */
final class AsciiText {
    private static final int CAPACITY = 2_048;
    private static final int DIGITS_MAX = 19;

    private final byte[] bytes = new byte[CAPACITY];
    private final byte[] digits = new byte[DIGITS_MAX];
    private int length;

    AsciiText clear() {
        length = 0;
        return this;
    }

    AsciiText add(byte[] from, int offset, int count) {
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
        return this;
    }

    /** Adds a number that is not negative. */
    AsciiText add(long value) {
        int at = DIGITS_MAX;
        long rest = value;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        return add(digits, at, DIGITS_MAX - at);
    }

    /** Appends it to a buffer as a text frame. */
    void putFrame(ByteBuffer out) {
        FramePool.putHeader(out, length);
        out.put(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
