package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_LONG;

/**
 * An interval's prices and volume: a flyweight over the body of an {@link Event}. The running one
 * comes again and again, and at times the one before it, changed by a late trade: merge by time.
 *
 * <pre>[MTS, OPEN, CLOSE, HIGH, LOW, VOLUME]</pre>
 */
public final class Candle extends MarketData {
    private static final int TIME_OFFSET = 0;
    private static final int OPEN_OFFSET = TIME_OFFSET + SIZE_OF_LONG;
    private static final int CLOSE_OFFSET = OPEN_OFFSET + SIZE_OF_DOUBLE;
    private static final int HIGH_OFFSET = CLOSE_OFFSET + SIZE_OF_DOUBLE;
    private static final int LOW_OFFSET = HIGH_OFFSET + SIZE_OF_DOUBLE;
    private static final int VOLUME_OFFSET = LOW_OFFSET + SIZE_OF_DOUBLE;

    /** Bytes of the body that a candle takes. */
    public static final int SIZE = VOLUME_OFFSET + SIZE_OF_DOUBLE;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public Candle wrap(Event event) {
        point(event);
        return this;
    }

    /** Start of the interval, in ms since 1970 UTC; 0 for no candle: a snapshot without rows. */
    public long timeMs() {
        return getLong(TIME_OFFSET);
    }

    /** Sets {@link #timeMs()}. */
    public Candle timeMs(long timeMs) {
        putLong(TIME_OFFSET, timeMs);
        return this;
    }

    /** First price of the interval, in the quote currency; funding: a daily rate. */
    public double open() {
        return getDouble(OPEN_OFFSET);
    }

    /** Sets {@link #open()}. */
    public Candle open(double price) {
        putDouble(OPEN_OFFSET, price);
        return this;
    }

    /** Last price so far, in the quote currency; funding: a daily rate. */
    public double close() {
        return getDouble(CLOSE_OFFSET);
    }

    /** Sets {@link #close()}. */
    public Candle close(double price) {
        putDouble(CLOSE_OFFSET, price);
        return this;
    }

    /** Highest price so far, in the quote currency; funding: a daily rate. */
    public double high() {
        return getDouble(HIGH_OFFSET);
    }

    /** Sets {@link #high()}. */
    public Candle high(double price) {
        putDouble(HIGH_OFFSET, price);
        return this;
    }

    /** Lowest price so far, in the quote currency; funding: a daily rate. */
    public double low() {
        return getDouble(LOW_OFFSET);
    }

    /** Sets {@link #low()}. */
    public Candle low(double price) {
        putDouble(LOW_OFFSET, price);
        return this;
    }

    /** Amount traded so far, in the base currency. */
    public double volume() {
        return getDouble(VOLUME_OFFSET);
    }

    /** Sets {@link #volume()}. */
    public Candle volume(double amount) {
        putDouble(VOLUME_OFFSET, amount);
        return this;
    }
}
