package io.hayate.codec;

import io.hayate.event.BookEntry;
import io.hayate.event.Event;
import io.hayate.model.Side;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Scans the row of a pair's book. See {@link BookEntryDecoder} for the row.
 *
 * <p>Loop. Allocates nothing.
 */
final class BookEntryScanner {
    private static final int FIELDS = 4;

    private final RowScanner rows;
    private final UnsafeBuffer numbers =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(FIELDS * Long.BYTES, Long.BYTES));
    private final long whole = numbers.addressOffset();
    private final long price = whole + Long.BYTES;
    private final long amount = price + Long.BYTES;
    private final long scratch = amount + Long.BYTES;
    private final BookEntry entry = new BookEntry();

    BookEntryScanner(RowScanner rows) {
        this.rows = rows;
    }

    /** As {@link MarketRowScanner#scan}. */
    long scan(Object base, long from, boolean raw, Event event) {
        return raw ? scanOrder(base, from, event) : scanLevel(base, from, event);
    }

    private long scanLevel(Object base, long from, Event event) {
        long at = rows.decimal(base, from, price);
        at = RowScanner.nextInteger(base, at, whole);
        at = rows.nextDecimal(base, at, amount);
        at = rows.endOfRow(base, at, scratch);
        long count = UnsafeApi.getLong(whole);
        return count <= Integer.MAX_VALUE ? write(at, 0, (int) count, event) : RowScanner.DECLINED;
    }

    private long scanOrder(Object base, long from, Event event) {
        long at = RowScanner.integer(base, from, whole);
        at = rows.nextDecimal(base, at, price);
        at = rows.nextDecimal(base, at, amount);
        at = rows.endOfRow(base, at, scratch);
        long id = UnsafeApi.getLong(whole);
        int count = UnsafeApi.getDouble(price) == 0 ? 0 : 1;
        return id == 0 ? RowScanner.DECLINED : write(at, id, count, event);
    }

    private long write(long at, long orderId, int count, Event event) {
        double signed = UnsafeApi.getDouble(amount);
        if (at < 0 || signed == 0) {
            return RowScanner.DECLINED;
        }
        entry.wrap(event).orderId(orderId).price(UnsafeApi.getDouble(price));
        entry.count(count).amount(Math.abs(signed)).period(0);
        entry.change(Side.of(signed), count == 0);
        return at;
    }
}
