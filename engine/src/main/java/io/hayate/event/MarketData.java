package io.hayate.event;

import io.hayate.model.Health;
import org.agrona.MutableDirectBuffer;

/**
 * What every event of market data tells beside its own: how old it is and how far to trust it. The
 * base of flyweights over the body of an {@link Event}.
 */
public abstract class MarketData {
    private Event event;
    private MutableDirectBuffer buffer;
    private int offset;

    MarketData() {} // the room's own alone

    final void point(Event slot) {
        event = slot;
        buffer = slot.buffer();
        offset = slot.bodyOffset();
    }

    final double getDouble(int index) {
        return buffer.getDouble(offset + index);
    }

    final void putDouble(int index, double value) {
        buffer.putDouble(offset + index, value);
    }

    final long getLong(int index) {
        return buffer.getLong(offset + index);
    }

    final void putLong(int index, long value) {
        buffer.putLong(offset + index, value);
    }

    final int getInt(int index) {
        return buffer.getInt(offset + index);
    }

    final void putInt(int index, int value) {
        buffer.putInt(offset + index, value);
    }

    /** The slot itself. */
    public final Event event() {
        return event;
    }

    /** Number of the channel that it came on. */
    public final int channelId() {
        return event.channelId();
    }

    /** When the frame was read from the socket, in ns of {@link System#nanoTime()}. */
    public final long receiveTimeNs() {
        return event.receiveTimeNs();
    }

    /** When the venue sent it, by its own clock, in ms since 1970 UTC; 0 where it did not say. */
    public final long venueTimeMs() {
        return event.venueTimeMs();
    }

    /** What the session knew against the channel: words of {@link Health}; 0 is all well. */
    public final int health() {
        return event.health();
    }

    /** True when the session knew nothing against the channel. */
    public final boolean isHealthy() {
        return Health.isHealthy(event.health());
    }

    /** True for a row of a snapshot, which tells of the time before the subscription. */
    public final boolean isSnapshot() {
        return event.isSnapshot();
    }
}
