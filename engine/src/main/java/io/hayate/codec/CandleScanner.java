package io.hayate.codec;

import io.hayate.event.Candle;
import io.hayate.event.Event;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Scans the row of a candle. See {@link CandleDecoder} for the row.
 *
 * <p>Loop. Allocates nothing.
 */
final class CandleScanner {
    private static final int FIELDS = 7;

    private final RowScanner rows;
    private final UnsafeBuffer numbers =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(FIELDS * Long.BYTES, Long.BYTES));
    private final long time = numbers.addressOffset();
    private final long open = time + Long.BYTES;
    private final long close = open + Long.BYTES;
    private final long high = close + Long.BYTES;
    private final long low = high + Long.BYTES;
    private final long volume = low + Long.BYTES;
    private final long scratch = volume + Long.BYTES;
    private final Candle candle = new Candle();

    CandleScanner(RowScanner rows) {
        this.rows = rows;
    }

    /** As {@link MarketRowScanner#scan}. */
    long scan(Object base, long from, Event event) {
        long at = RowScanner.integer(base, from, time);
        for (long target = open; target <= volume; target += Double.BYTES) {
            at = rows.nextDecimal(base, at, target);
        }
        at = rows.endOfRow(base, at, scratch);
        if (at < 0 || UnsafeApi.getLong(time) == 0 || !Bounds.isTimeMs(UnsafeApi.getLong(time))) {
            return RowScanner.DECLINED;
        }
        candle.wrap(event).timeMs(UnsafeApi.getLong(time));
        candle.open(UnsafeApi.getDouble(open)).close(UnsafeApi.getDouble(close));
        candle.high(UnsafeApi.getDouble(high)).low(UnsafeApi.getDouble(low));
        candle.volume(UnsafeApi.getDouble(volume));
        return at;
    }
}
