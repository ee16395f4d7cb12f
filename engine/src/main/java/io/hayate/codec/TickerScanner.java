package io.hayate.codec;

import io.hayate.event.Event;
import io.hayate.event.Ticker;
import org.agrona.UnsafeApi;

/**
 * Scans the row of a pair's ticker, whose fields lie in the slot as they come on the wire. See
 * {@link TickerDecoder} for the row. What the venue appends is skipped.
 *
 * <p>Loop. Allocates nothing.
 */
final class TickerScanner {
    private final RowScanner rows;
    private final Ticker ticker = new Ticker();

    TickerScanner(RowScanner rows) {
        this.rows = rows;
    }

    /**
     * Fills the {@link Ticker} of an event that lies off heap.
     *
     * @param from address of the first number
     * @param scratch an address that may be written to
     * @return that of the row's closing bracket, or {@link RowScanner#DECLINED}
     */
    long scan(Object base, long from, Event event, long scratch) {
        long target = event.buffer().addressOffset() + event.bodyOffset();
        long last = target + (Ticker.PAIR_FIELDS - 1) * Double.BYTES;
        long at = from;
        ticker.wrap(event).flashReturnRate(Double.NaN).flashReturnAmount(Double.NaN);
        ticker.bidPeriod(Double.NaN).askPeriod(Double.NaN);
        for (; target < last; target += Double.BYTES) {
            long stop = RowScanner.shortDecimal(base, at, target);
            if (stop < 0 || UnsafeApi.getByte(base, stop) != ',') {
                return scanAny(base, at, target, last, scratch);
            }
            at = stop + 1;
        }
        return rows.endOfRow(base, rows.decimal(base, at, target), scratch);
    }

    /** Goes on with numbers of any length: out of the loop above, which no call may slow down. */
    private long scanAny(Object base, long from, long next, long last, long scratch) {
        long at = rows.decimal(base, from, next);
        for (long target = next; target < last; ) {
            target += Double.BYTES;
            at = rows.nextDecimal(base, at, target);
        }
        return rows.endOfRow(base, at, scratch);
    }
}
