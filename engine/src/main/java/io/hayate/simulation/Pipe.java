package io.hayate.simulation;

import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One direction of a connection: messages in the order in which they were sent, each with the time at
 * which it arrives, which is never before that of the one before.
 *
 * <pre>arrival ns 8 | kind 4 | payload length 4 | payload, to 8 bytes, and slack 16</pre>
 *
 * <p>Grows up to its bound, so it allocates nothing once it was as full before. One thread.
 */
final class Pipe {
    /** The arrival of nothing. */
    static final long NEVER = Long.MAX_VALUE;

    /** A text message. */
    static final int TEXT = 1;

    /** The far end has taken the connection. */
    static final int OPEN = 2;

    /** The end, with a code and a reason as a person reads them. */
    static final int CLOSE = 3;

    /** The end, without a word. */
    static final int DROP = 4;

    /** The far end does not take the connection now, in words. */
    static final int BUSY = 5;

    /** The far end does not take the connection, in words. */
    static final int REFUSED = 6;

    private static final int KIND_OFFSET = Long.BYTES;
    private static final int LENGTH_OFFSET = KIND_OFFSET + Integer.BYTES;
    private static final int HEADER_BYTES = LENGTH_OFFSET + Integer.BYTES;
    private static final int SLACK_BYTES = 16; // decoders may read behind a text
    private static final int BYTES_START = 1 << 16;

    private final int bytesMax;
    private UnsafeBuffer memory = new UnsafeBuffer(new byte[BYTES_START]);
    private int head;
    private int tail;
    private long lastArrivalNs;

    /** A pipe that holds so many bytes at most, those of headers included. */
    Pipe(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** When the first message arrives, or {@link #NEVER}. */
    long nextArrivalNs() {
        return head == tail ? NEVER : memory.getLong(head);
    }

    /** Bytes that are under way. */
    int size() {
        return tail - head;
    }

    /** Puts a message behind all others; false when there is no room. */
    boolean offer(long arrivalNs, int kind, DirectBuffer source, int offset, int length) {
        int needed = HEADER_BYTES + BitUtil.align(length + SLACK_BYTES, Long.BYTES);
        if (tail + needed > memory.capacity() && !makeRoom(needed)) {
            return false;
        }
        lastArrivalNs = Math.max(lastArrivalNs, arrivalNs);
        memory.putLong(tail, lastArrivalNs);
        memory.putInt(tail + KIND_OFFSET, kind);
        memory.putInt(tail + LENGTH_OFFSET, length);
        memory.putBytes(tail + HEADER_BYTES, source, offset, length);
        tail += needed;
        return true;
    }

    private boolean makeRoom(int needed) {
        int size = size();
        if (size + needed > bytesMax) {
            return false;
        }
        UnsafeBuffer target = memory;
        if (size + needed > memory.capacity() / 2) { // room is moved less often than it is used
            int capacity = Math.max(memory.capacity(), 2 * (size + needed));
            target = new UnsafeBuffer(new byte[Math.min(capacity, Math.max(bytesMax, needed))]);
        }
        target.putBytes(0, memory, head, size);
        memory = target;
        head = 0;
        tail = size;
        return true;
    }

    /** The first message's kind; there must be one. */
    int kind() {
        return memory.getInt(head + KIND_OFFSET);
    }

    /** Where its payload lies. */
    DirectBuffer buffer() {
        return memory;
    }

    int offset() {
        return head + HEADER_BYTES;
    }

    int length() {
        return memory.getInt(head + LENGTH_OFFSET);
    }

    /** The first message has been taken. */
    void take() {
        head += HEADER_BYTES + BitUtil.align(length() + SLACK_BYTES, Long.BYTES);
        if (head == tail) {
            head = 0;
            tail = 0;
        }
    }

    /** Forgets all that is under way. */
    void clear() {
        head = 0;
        tail = 0;
        lastArrivalNs = 0;
    }
}
