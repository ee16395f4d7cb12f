package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One slot of the ring: a header that is the same for every type, and a body that a flyweight of
 * the type reads.
 *
 * <pre>
 * type 4 | flags 4 | receive time 8 | venue sequence 8 | instrument 4 | channel 4
 * decoded time 8 | looked time 8 | venue time 8 | health 4 | _ 4 | body 448
 * </pre>
 *
 * <p>Off-heap, made at start. The loop writes a slot between claim and publish; the consumer reads
 * it until its callback returns.
 */
public final class Event {
    /** Bytes of a slot, header included: a multiple of the cache line. */
    public static final int SIZE = 512;

    /** The venue's sequence number where the frame had none. */
    public static final long NO_SEQUENCE = -1;

    private static final int CACHE_LINE = 64;
    private static final int TYPE_OFFSET = 0;
    private static final int FLAGS_OFFSET = TYPE_OFFSET + SIZE_OF_INT;
    private static final int RECEIVE_TIME_OFFSET = FLAGS_OFFSET + SIZE_OF_INT;
    private static final int VENUE_SEQUENCE_OFFSET = RECEIVE_TIME_OFFSET + SIZE_OF_LONG;
    private static final int INSTRUMENT_OFFSET = VENUE_SEQUENCE_OFFSET + SIZE_OF_LONG;
    private static final int CHANNEL_OFFSET = INSTRUMENT_OFFSET + SIZE_OF_INT;
    private static final int DECODED_TIME_OFFSET = CACHE_LINE / 2;
    private static final int LOOKED_TIME_OFFSET = DECODED_TIME_OFFSET + SIZE_OF_LONG;
    private static final int VENUE_TIME_OFFSET = LOOKED_TIME_OFFSET + SIZE_OF_LONG;
    private static final int HEALTH_OFFSET = VENUE_TIME_OFFSET + SIZE_OF_LONG;
    private static final int BODY_OFFSET = CACHE_LINE;
    private static final int FIRST_FLAG = 1;
    private static final int LAST_FLAG = 2;
    private static final int SNAPSHOT_FLAG = 4;

    private final MutableDirectBuffer buffer;
    private final int offset;

    Event(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
    }

    /** A slot of its own, outside any ring. */
    public static Event allocate() {
        return new Event(new UnsafeBuffer(BufferUtil.allocateDirectAligned(SIZE, CACHE_LINE)), 0);
    }

    /** A view of a slot that lies in a buffer; valid while the buffer is. */
    public static Event at(MutableDirectBuffer buffer, int offset) {
        return new Event(buffer, offset);
    }

    /**
     * Starts the slot anew: type NONE, first and last of its frame, no channel, no sequence number, no
     * venue time, live, each other time that of the receipt, body as it was.
     */
    public Event begin(int instrumentId, long receiveTimeNs) {
        buffer.putInt(offset + TYPE_OFFSET, EventType.NONE.code());
        buffer.putInt(offset + FLAGS_OFFSET, FIRST_FLAG | LAST_FLAG);
        buffer.putLong(offset + RECEIVE_TIME_OFFSET, receiveTimeNs);
        buffer.putLong(offset + VENUE_SEQUENCE_OFFSET, NO_SEQUENCE);
        buffer.putInt(offset + INSTRUMENT_OFFSET, instrumentId);
        buffer.putInt(offset + CHANNEL_OFFSET, MarketChannel.NONE);
        buffer.putLong(offset + DECODED_TIME_OFFSET, receiveTimeNs);
        buffer.putLong(offset + LOOKED_TIME_OFFSET, receiveTimeNs);
        buffer.putLong(offset + VENUE_TIME_OFFSET, 0);
        buffer.putInt(offset + HEALTH_OFFSET, Health.LIVE);
        return this;
    }

    /** Reads a byte of each line that a small event takes, whatever it is. */
    int touch() {
        return buffer.getByte(offset)
                + buffer.getByte(offset + CACHE_LINE)
                + buffer.getByte(offset + 2 * CACHE_LINE);
    }

    /** What the body holds; NONE while it is being written, and where a frame broke. */
    public EventType type() {
        return EventType.ofCode(buffer.getInt(offset + TYPE_OFFSET));
    }

    /** Sets {@link #type()}. */
    public Event type(EventType type) {
        buffer.putInt(offset + TYPE_OFFSET, type.code());
        return this;
    }

    /** Number of the instrument that the event is about, or {@code Instrument.NONE}. */
    public int instrumentId() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets {@link #instrumentId()}. */
    public Event instrumentId(int id) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, id);
        return this;
    }

    /** When the frame was read from the socket, in ns of {@link System#nanoTime()}. */
    public long receiveTimeNs() {
        return buffer.getLong(offset + RECEIVE_TIME_OFFSET);
    }

    /**
     * When the row was whole in its slot, in ns of {@link System#nanoTime()}; of market data alone,
     * else the time of receipt. 0 where {@code latency.stamps} is not {@code all}.
     */
    public long decodedTimeNs() {
        return buffer.getLong(offset + DECODED_TIME_OFFSET);
    }

    /** Sets {@link #decodedTimeNs()}. */
    public Event decodedTimeNs(long timeNs) {
        buffer.putLong(offset + DECODED_TIME_OFFSET, timeNs);
        return this;
    }

    /**
     * When the loop had looked at the socket before the read that brought the frame, which may have
     * lain there unseen since; of market data alone, else the time of receipt.
     */
    public long lookedTimeNs() {
        return buffer.getLong(offset + LOOKED_TIME_OFFSET);
    }

    /** Sets {@link #lookedTimeNs()}. */
    public Event lookedTimeNs(long timeNs) {
        buffer.putLong(offset + LOOKED_TIME_OFFSET, timeNs);
        return this;
    }

    /** The venue's sequence number of the frame, or {@link #NO_SEQUENCE}. */
    public long venueSequence() {
        return buffer.getLong(offset + VENUE_SEQUENCE_OFFSET);
    }

    /** Sets {@link #venueSequence()}. */
    public Event venueSequence(long sequence) {
        buffer.putLong(offset + VENUE_SEQUENCE_OFFSET, sequence);
        return this;
    }

    /** Number of the {@link MarketChannel} that it came on, or {@code MarketChannel.NONE}. */
    public int channelId() {
        return buffer.getInt(offset + CHANNEL_OFFSET);
    }

    /** Sets {@link #channelId()}. */
    public Event channelId(int id) {
        buffer.putInt(offset + CHANNEL_OFFSET, id);
        return this;
    }

    /**
     * When the venue sent the frame, by its own clock, in ms since 1970 UTC; 0 where it did not say.
     * Compare it with times of this machine by the offset that the session has estimated.
     */
    public long venueTimeMs() {
        return buffer.getLong(offset + VENUE_TIME_OFFSET);
    }

    /** Sets {@link #venueTimeMs()}. */
    public Event venueTimeMs(long timeMs) {
        buffer.putLong(offset + VENUE_TIME_OFFSET, timeMs);
        return this;
    }

    /** What the session knew against the channel when it wrote this: words of {@link Health}. */
    public int health() {
        return buffer.getInt(offset + HEALTH_OFFSET);
    }

    /** Sets {@link #health()}. */
    public Event health(int health) {
        buffer.putInt(offset + HEALTH_OFFSET, health);
        return this;
    }

    /** True for a row of a snapshot: it replaces what was known of the channel. */
    public boolean isSnapshot() {
        return (buffer.getInt(offset + FLAGS_OFFSET) & SNAPSHOT_FLAG) != 0;
    }

    /** True for the first event of a frame. */
    public boolean isFirst() {
        return (buffer.getInt(offset + FLAGS_OFFSET) & FIRST_FLAG) != 0;
    }

    /** True for the last event of a frame. */
    public boolean isLast() {
        return (buffer.getInt(offset + FLAGS_OFFSET) & LAST_FLAG) != 0;
    }

    /** Marks the place of this event in its frame, and that it is of no snapshot. */
    public Event place(boolean first, boolean last) {
        buffer.putInt(offset + FLAGS_OFFSET, (first ? FIRST_FLAG : 0) | (last ? LAST_FLAG : 0));
        return this;
    }

    /** Marks this event as a row of a snapshot, after its place. */
    public Event snapshot() {
        buffer.putInt(offset + FLAGS_OFFSET, buffer.getInt(offset + FLAGS_OFFSET) | SNAPSHOT_FLAG);
        return this;
    }

    /** Where the body lies; for flyweights. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /** Index of the first byte of the body in {@link #buffer()}. */
    public int bodyOffset() {
        return offset + BODY_OFFSET;
    }

    /** Makes this slot a copy of {@code other}, header and body. */
    public void copyFrom(Event other) {
        buffer.putBytes(offset, other.buffer, other.offset, SIZE);
    }

    /** Makes this slot a copy of one that {@link #copyTo} has put there. */
    public void copyFrom(DirectBuffer source, int index) {
        buffer.putBytes(offset, source, index, SIZE);
    }

    /** As {@link #copyFrom(Event)}, but of the body its first bytes alone. */
    public void copyFrom(Event other, int bodyLength) {
        buffer.putBytes(offset, other.buffer, other.offset, BODY_OFFSET + bodyLength);
    }

    /** Copies the whole slot, {@link #SIZE} bytes, to {@code target}. */
    public void copyTo(MutableDirectBuffer target, int index) {
        target.putBytes(index, buffer, offset, SIZE);
    }
}
