package io.hayate.market;

import io.hayate.event.Candle;
import io.hayate.model.MarketChannel;

/**
 * The latest candles of a channel, numbered from the newest: 0 runs, 1 is the one before it. They are
 * merged by their time: a change of the one before, which often comes after the next has begun, finds
 * its place, and a snapshot fills what was missed. An interval in which nobody traded is missing, as
 * the venue leaves it out: look at {@link #timeMs}.
 *
 * <p>Belongs to the thread that takes the events. Allocates nothing after construction.
 */
public final class CandleSeries {
    private static final int TIME = 0;
    private static final int OPEN = 1;
    private static final int CLOSE = 2;
    private static final int HIGH = 3;
    private static final int LOW = 4;
    private static final int VOLUME = 5;
    private static final int FIELDS = 6;

    private final MarketChannel channel;
    private final HistoryRows rows;

    CandleSeries(MarketChannel channel, int capacity) {
        this.channel = channel;
        this.rows = new HistoryRows(capacity, FIELDS);
    }

    /** Bytes that so many take on the heap. */
    static long bytes(int capacity) {
        return HistoryRows.bytes(capacity, FIELDS);
    }

    /** The channel that the candles came on; its spec tells the interval. */
    public MarketChannel channel() {
        return channel;
    }

    /** Candles that are kept now. */
    public int size() {
        return rows.size();
    }

    /** Candles that are kept at most. */
    public int capacity() {
        return rows.capacity();
    }

    /**
     * Start of a candle's interval, in ms since 1970 UTC.
     *
     * @throws IndexOutOfBoundsException when {@code back} is not below {@link #size}, as all below do
     */
    public long timeMs(int back) {
        return rows.getLong(back, TIME);
    }

    /** First price of the interval, in the quote currency; funding: a daily rate. */
    public double open(int back) {
        return rows.getDouble(back, OPEN);
    }

    /** Last price so far, in the quote currency; funding: a daily rate. */
    public double close(int back) {
        return rows.getDouble(back, CLOSE);
    }

    /** Highest price so far, in the quote currency; funding: a daily rate. */
    public double high(int back) {
        return rows.getDouble(back, HIGH);
    }

    /** Lowest price so far, in the quote currency; funding: a daily rate. */
    public double low(int back) {
        return rows.getDouble(back, LOW);
    }

    /** Amount traded so far, in the base currency. */
    public double volume(int back) {
        return rows.getDouble(back, VOLUME);
    }

    /** The number of the candle whose interval starts then; -1 when it is missing. */
    public int find(long timeMs) {
        int back = newerThan(timeMs);
        return isAt(back, timeMs) ? back : -1;
    }

    private boolean isAt(int back, long timeMs) {
        return back < rows.size() && rows.getLong(back, TIME) == timeMs;
    }

    /** Takes a candle, new or changed; false when it is too old to be kept. */
    boolean add(Candle candle) {
        long timeMs = candle.timeMs();
        int back = newerThan(timeMs);
        if (timeMs == 0 || !(isAt(back, timeMs) || rows.insert(back))) {
            return false;
        }
        rows.putLong(back, TIME, timeMs);
        rows.putDouble(back, OPEN, candle.open());
        rows.putDouble(back, CLOSE, candle.close());
        rows.putDouble(back, HIGH, candle.high());
        rows.putDouble(back, LOW, candle.low());
        rows.putDouble(back, VOLUME, candle.volume());
        return true;
    }

    /** Nearly always 0 or 1, or, of a first snapshot, all: so it is looked for from the newest on. */
    private int newerThan(long timeMs) {
        int size = rows.size();
        if (size > 0 && rows.getLong(size - 1, TIME) > timeMs) {
            return size;
        }
        int back = 0;
        while (back < rows.size() && rows.getLong(back, TIME) > timeMs) {
            back++;
        }
        return back;
    }
}
