package io.hayate.codec;

import io.hayate.event.Event;
import io.hayate.event.Trade;
import io.hayate.model.Side;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Scans the row of a pair's print. See {@link TradeDecoder} for the row.
 *
 * <p>Loop. Allocates nothing.
 */
final class TradeScanner {
    private static final int FIELDS = 5;

    private final RowScanner rows;
    private final UnsafeBuffer numbers =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(FIELDS * Long.BYTES, Long.BYTES));
    private final long id = numbers.addressOffset();
    private final long time = id + Long.BYTES;
    private final long amount = time + Long.BYTES;
    private final long price = amount + Long.BYTES;
    private final long scratch = price + Long.BYTES;
    private final Trade trade = new Trade();

    TradeScanner(RowScanner rows) {
        this.rows = rows;
    }

    /** As {@link MarketRowScanner#scan}. */
    long scan(Object base, long from, boolean update, Event event) {
        long at = RowScanner.integer(base, from, id);
        at = RowScanner.nextInteger(base, at, time);
        at = rows.nextDecimal(base, at, amount);
        at = rows.nextDecimal(base, at, price);
        at = rows.endOfRow(base, at, scratch);
        if (at < 0 || UnsafeApi.getLong(id) == 0 || !Bounds.isTimeMs(UnsafeApi.getLong(time))) {
            return RowScanner.DECLINED;
        }
        double signed = UnsafeApi.getDouble(amount);
        trade.wrap(event).id(UnsafeApi.getLong(id)).timeMs(UnsafeApi.getLong(time));
        trade.amount(Math.abs(signed)).side(Side.of(signed)).price(UnsafeApi.getDouble(price));
        trade.period(0).isUpdate(update);
        return at;
    }
}
