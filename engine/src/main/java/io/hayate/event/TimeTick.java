package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_LONG;

import org.agrona.MutableDirectBuffer;

/**
 * The time, as an event: a flyweight over the body of an {@link Event}. Strategies read the clock
 * from here, so that a replay sees the same one.
 */
public final class TimeTick {
    private static final int TIME_NS_OFFSET = 0;
    private static final int TIME_MS_OFFSET = TIME_NS_OFFSET + SIZE_OF_LONG;
    private static final int ACCOUNT_SEEN_NS_OFFSET = TIME_MS_OFFSET + SIZE_OF_LONG;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public TimeTick wrap(Event event) {
        buffer = event.buffer();
        offset = event.bodyOffset();
        return this;
    }

    /** Monotonic time in ns, of {@link System#nanoTime()}. */
    public long timeNs() {
        return buffer.getLong(offset + TIME_NS_OFFSET);
    }

    /** Sets {@link #timeNs()}. */
    public TimeTick timeNs(long timeNs) {
        buffer.putLong(offset + TIME_NS_OFFSET, timeNs);
        return this;
    }

    /**
     * Until when the account's connection has been read, on the clock of {@link #timeNs()}: what the venue
     * said by then came before this tick. What is due later may still lie in the socket.
     */
    public long accountSeenNs() {
        return buffer.getLong(offset + ACCOUNT_SEEN_NS_OFFSET);
    }

    /** Sets {@link #accountSeenNs()}. */
    public TimeTick accountSeenNs(long timeNs) {
        buffer.putLong(offset + ACCOUNT_SEEN_NS_OFFSET, timeNs);
        return this;
    }

    /** Wall-clock time in ms since 1970, UTC. */
    public long timeMs() {
        return buffer.getLong(offset + TIME_MS_OFFSET);
    }

    /** Sets {@link #timeMs()}. */
    public TimeTick timeMs(long timeMs) {
        buffer.putLong(offset + TIME_MS_OFFSET, timeMs);
        return this;
    }
}
