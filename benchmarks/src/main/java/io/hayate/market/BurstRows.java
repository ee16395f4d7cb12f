package io.hayate.market;

import io.hayate.event.BookEntry;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;
import java.util.List;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Rows of bursts as arrays, and as slots that lie one behind the other as those of a ring do. */
final class BurstRows {
    private static final int STRIDE = 128; // header and entry, in whole cache lines

    final int size;
    final Side[] sides;
    final long[] ids;
    final double[] prices;
    final double[] amounts;
    final int[] counts;
    final boolean[] deletes;
    final boolean[] lasts;
    final Event[] events;

    BurstRows(List<BookBursts.Row> rows, MarketChannel channel) {
        size = rows.size();
        sides = rows.stream().map(BookBursts.Row::side).toArray(Side[]::new);
        ids = rows.stream().mapToLong(BookBursts.Row::id).toArray();
        prices = rows.stream().mapToDouble(BookBursts.Row::price).toArray();
        amounts = rows.stream().mapToDouble(BookBursts.Row::amount).toArray();
        counts = rows.stream().mapToInt(BookBursts.Row::count).toArray();
        deletes = new boolean[size];
        lasts = new boolean[size];
        events = new Event[size];
        UnsafeBuffer buffer =
                new UnsafeBuffer(BufferUtil.allocateDirectAligned(size * STRIDE, STRIDE));
        for (int i = 0; i < size; i++) {
            deletes[i] = rows.get(i).isDelete();
            lasts[i] = rows.get(i).isLast();
            events[i] = write(i, channel, Event.at(buffer, i * STRIDE));
        }
    }

    /** As the decoder does it. */
    private Event write(int i, MarketChannel channel, Event event) {
        event.begin(channel.instrumentId(), 1).channelId(channel.id()).type(EventType.BOOK_ENTRY);
        BookEntry entry = new BookEntry().wrap(event);
        entry.orderId(ids[i]).price(prices[i]).amount(amounts[i]).count(counts[i]);
        entry.period(0).change(sides[i], deletes[i]);
        return event;
    }
}
