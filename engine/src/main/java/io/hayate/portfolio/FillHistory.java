package io.hayate.portfolio;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The latest fills of ours, a bounded number of them. The strategy thread adds, any thread reads; one that
 * is read while it is overwritten tells that. Allocates nothing after start.
 */
public final class FillHistory {
    /** Fills that are kept. */
    public static final int KEPT = 256;

    private static final int CELLS = 7;

    private final SharedCells cells = new SharedCells(KEPT, CELLS);
    private final AtomicLong count = new AtomicLong();

    /** One fill: a copy that {@link #read} fills. */
    public static final class Fill {
        private long number;
        private long timeMs;
        private int instrumentId;
        private long signedUnits;
        private double price;
        private long clientOrderId;

        /** When it was told, in ms since 1970 UTC; 0 when that is not known. */
        public long timeMs() {
            return timeMs;
        }

        /** Number of its instrument. */
        public int instrumentId() {
            return instrumentId;
        }

        /** In units of 1e-8 of the base currency, above 0 when bought. */
        public long signedUnits() {
            return signedUnits;
        }

        /** In the quote currency. */
        public double price() {
            return price;
        }

        /** The number that we gave its order. */
        public long clientOrderId() {
            return clientOrderId;
        }
    }

    /** Fills since the start; those from {@code count - KEPT} on can be read. */
    public long count() {
        return count.get();
    }

    /** Takes a fill that was counted. */
    public void add(
            long timeMs, int instrumentId, long signedUnits, double price, long clientOrderId) {
        long number = count.getPlain();
        int at = (int) (number % KEPT);
        cells.begin(at);
        cells.set(at, 1, number);
        cells.set(at, 2, timeMs);
        cells.set(at, 3, instrumentId);
        cells.set(at, 4, signedUnits);
        cells.set(at, 5, Double.doubleToRawLongBits(price));
        cells.set(at, 6, clientOrderId);
        cells.end(at);
        count.lazySet(number + 1); // one thread writes
    }

    /** Copies the fill of this number, from 0; false when it was overwritten since. */
    public boolean read(long number, Fill into) {
        int at = (int) (number % KEPT);
        long version;
        do {
            version = cells.version(at);
            into.number = cells.get(at, 1);
            into.timeMs = cells.get(at, 2);
            into.instrumentId = (int) cells.get(at, 3);
            into.signedUnits = cells.get(at, 4);
            into.price = Double.longBitsToDouble(cells.get(at, 5));
            into.clientOrderId = cells.get(at, 6);
        } while (!cells.isSame(at, version));
        return number >= 0 && number < count.get() && into.number == number;
    }
}
