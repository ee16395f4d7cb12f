package io.hayate.event;

import org.agrona.MutableDirectBuffer;

/**
 * Why an order was wanted: a flyweight over the end of an {@link OrderIntent}.
 *
 * <pre>
 *   0 receive time 8     8 venue sequence 8    16 transit ms 8
 *  24 bid 8             32 ask 8               40 channel 4    44 health 4
 *  48 reached price 8   56 quote time 8        64 quote health 4
 *  68 1 with a quote, else 0, 4              72 looked time 8
 * </pre>
 */
public final class IntentCause {
    private static final int RECEIVE_TIME_NS_OFFSET = 0;
    private static final int VENUE_SEQUENCE_OFFSET = 8;
    private static final int TRANSIT_MS_OFFSET = 16;
    private static final int BID_PRICE_OFFSET = 24;
    private static final int ASK_PRICE_OFFSET = 32;
    private static final int CHANNEL_ID_OFFSET = 40;
    private static final int HEALTH_OFFSET = 44;
    private static final int REACHED_PRICE_OFFSET = 48;
    private static final int QUOTE_TIME_NS_OFFSET = 56;
    private static final int QUOTE_HEALTH_OFFSET = 64;
    private static final int QUOTE_OFFSET = 68;
    private static final int LOOKED_TIME_NS_OFFSET = 72;

    /** Bytes of a cause. */
    public static final int SIZE = 80;

    private MutableDirectBuffer buffer;
    private int offset;

    IntentCause() {}

    void wrap(MutableDirectBuffer bytes, int start) {
        buffer = bytes;
        offset = start;
    }

    /** When the event that led to it was read from the socket, in ns of {@link System#nanoTime()}; 0 for none. */
    public long receiveTimeNs() {
        return buffer.getLong(offset + RECEIVE_TIME_NS_OFFSET);
    }

    /** Sets {@link #receiveTimeNs()}. */
    public IntentCause receiveTimeNs(long value) {
        buffer.putLong(offset + RECEIVE_TIME_NS_OFFSET, value);
        return this;
    }

    /** When the socket had been looked at before that read: the event's frame is no older than that here. */
    public long lookedTimeNs() {
        return buffer.getLong(offset + LOOKED_TIME_NS_OFFSET);
    }

    /** Sets {@link #lookedTimeNs()}. */
    public IntentCause lookedTimeNs(long value) {
        buffer.putLong(offset + LOOKED_TIME_NS_OFFSET, value);
        return this;
    }

    /** The venue's number of that event's frame, or {@link Event#NO_SEQUENCE}. */
    public long venueSequence() {
        return buffer.getLong(offset + VENUE_SEQUENCE_OFFSET);
    }

    /** Sets {@link #venueSequence()}. */
    public IntentCause venueSequence(long value) {
        buffer.putLong(offset + VENUE_SEQUENCE_OFFSET, value);
        return this;
    }

    /** How old its frame was when it was read, in ms; negative where that is not known. */
    public long transitMs() {
        return buffer.getLong(offset + TRANSIT_MS_OFFSET);
    }

    /** Sets {@link #transitMs()}. */
    public IntentCause transitMs(long value) {
        buffer.putLong(offset + TRANSIT_MS_OFFSET, value);
        return this;
    }

    /** Best bid that was known; NaN for none. */
    public double bidPrice() {
        return buffer.getDouble(offset + BID_PRICE_OFFSET);
    }

    /** Sets {@link #bidPrice()}. */
    public IntentCause bidPrice(double value) {
        buffer.putDouble(offset + BID_PRICE_OFFSET, value);
        return this;
    }

    /** Best ask that was known; NaN for none. */
    public double askPrice() {
        return buffer.getDouble(offset + ASK_PRICE_OFFSET);
    }

    /** Sets {@link #askPrice()}. */
    public IntentCause askPrice(double value) {
        buffer.putDouble(offset + ASK_PRICE_OFFSET, value);
        return this;
    }

    /** Number of the channel that it came on, or {@code MarketChannel.NONE}. */
    public int channelId() {
        return buffer.getInt(offset + CHANNEL_ID_OFFSET);
    }

    /** Sets {@link #channelId()}. */
    public IntentCause channelId(int value) {
        buffer.putInt(offset + CHANNEL_ID_OFFSET, value);
        return this;
    }

    /** What was known against that channel: words of {@link io.hayate.model.Health}. */
    public int health() {
        return buffer.getInt(offset + HEALTH_OFFSET);
    }

    /** Sets {@link #health()}. */
    public IntentCause health(int value) {
        buffer.putInt(offset + HEALTH_OFFSET, value);
        return this;
    }

    /** The worst price that an order at the market would get, as far as is known; NaN when that is not. */
    public double reachedPrice() {
        return buffer.getDouble(offset + REACHED_PRICE_OFFSET);
    }

    /** Sets {@link #reachedPrice()}. */
    public IntentCause reachedPrice(double value) {
        buffer.putDouble(offset + REACHED_PRICE_OFFSET, value);
        return this;
    }

    /** True when a ticker or a book of the instrument is subscribed; else there is no quote. */
    public boolean hasQuote() {
        return buffer.getInt(offset + QUOTE_OFFSET) != 0;
    }

    /** What was known then against the instrument's tickers and books, all together: words of health. */
    public int quoteHealth() {
        return buffer.getInt(offset + QUOTE_HEALTH_OFFSET);
    }

    /** When the one of them that has been silent for longest was last heard, a heartbeat included. */
    public long quoteTimeNs() {
        return buffer.getLong(offset + QUOTE_TIME_NS_OFFSET);
    }

    /** Forgets the quote, and all prices: an intent may be sent again. */
    public IntentCause noQuote() {
        buffer.putInt(offset + QUOTE_OFFSET, 0);
        buffer.putInt(offset + QUOTE_HEALTH_OFFSET, 0);
        buffer.putLong(offset + QUOTE_TIME_NS_OFFSET, 0);
        return bidPrice(Double.NaN).askPrice(Double.NaN).reachedPrice(Double.NaN);
    }

    /** Sets {@link #quoteHealth()} and {@link #quoteTimeNs()}: there is a quote. */
    public IntentCause quote(int health, long timeNs) {
        buffer.putInt(offset + QUOTE_OFFSET, 1);
        buffer.putInt(offset + QUOTE_HEALTH_OFFSET, health);
        buffer.putLong(offset + QUOTE_TIME_NS_OFFSET, timeNs);
        return this;
    }
}
