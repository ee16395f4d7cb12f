package io.hayate.transport;

import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Puts a message together that comes in several frames. Grows when a message needs it. */
final class Fragments {
    private static final int CAPACITY_MIN = 4_096;

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private int length;

    void append(DirectBuffer source, int offset, int count) {
        int needed = Math.addExact(length + ReceiveBuffer.SLACK_BYTES, count);
        if (needed > buffer.capacity()) {
            grow(Math.max(needed, Math.max(CAPACITY_MIN, 2 * length)));
        }
        buffer.putBytes(length, source, offset, count);
        length += count;
    }

    private void grow(int capacity) {
        UnsafeBuffer larger = new UnsafeBuffer(BufferUtil.allocateDirectAligned(capacity, 64));
        larger.putBytes(0, buffer, 0, length);
        buffer.wrap(larger.byteBuffer());
    }

    DirectBuffer buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    /** Forgets all but the first bytes. */
    void cut(int count) {
        length = count;
    }
}
