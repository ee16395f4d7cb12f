package io.hayate.transport.websocket;

import io.hayate.model.FrameBytes;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Puts a message together that comes in several frames. Grows when a message needs it, as far as there
 * is room for the message.
 */
final class Fragments {
    private static final int CAPACITY_MIN = 4_096;

    private final FrameRoom room;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private int length;

    Fragments(FrameRoom room) {
        this.room = room;
    }

    void append(DirectBuffer source, int offset, int count) {
        int needed = Math.addExact(length + FrameRoom.SLACK_BYTES, count);
        if (needed > buffer.capacity()) {
            int most = room.bytes() + FrameRoom.SLACK_BYTES;
            grow(Math.max(needed, Math.min(most, Math.max(CAPACITY_MIN, 2 * length))));
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

    /** Forgets all, and lets go of more memory than a connection starts with. */
    void release() {
        length = 0;
        if (buffer.capacity() > FrameBytes.START + FrameRoom.SLACK_BYTES) {
            buffer.wrap(0, 0);
        }
    }

    /** Forgets all but the first bytes. */
    void cut(int count) {
        length = count;
    }
}
