package io.hayate.venue.mirror;

import io.hayate.model.Side;
import io.hayate.venue.book.LimitBook;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;

/**
 * The orders that the account of a recording had in a market's book: they are in the recorded book, and
 * their fills in the recorded trades, though nobody has them now. What a row shows is taken without them:
 *
 * <pre>
 * an order by its id          left out, whatever becomes of it
 * a level                     less what the account had at that price when the row came
 * a level of grouped prices   as it is
 * </pre>
 *
 * <p>Venue thread.
 */
final class RecordedOrders {
    private static final int OPEN_MAX = 10_000;
    private static final int IDS_MAX = 1_000_000;

    private final LimitBook book;
    private final LongHashSet ids = new LongHashSet(); // of all there were: rows may come late
    private final Long2ObjectHashMap<Own> open = new Long2ObjectHashMap<>();
    private final LongHashSet hidden = new LongHashSet(); // ids, or prices with their sign
    private int orders; // of the level that was asked for last

    /** Nobody's yet. */
    RecordedOrders(LimitBook book) {
        this.book = book;
    }

    private record Own(Side side, long price, long units) {}

    /** An order rests with so many units, or, with 0, no longer. */
    void onOrder(long id, Side side, long price, long units) {
        if (ids.size() < IDS_MAX) {
            ids.add(id);
        }
        open.remove(id);
        if (units > 0 && open.size() < OPEN_MAX) {
            open.put(id, new Own(side, price, units));
        }
    }

    /** True when rows have to be asked about. */
    boolean isAny() {
        return ids.size() > 0;
    }

    /** A snapshot begins, or another book. */
    void restart() {
        book.lacking(-hidden.size());
        hidden.clear();
    }

    /**
     * How many units of a row are others'.
     *
     * @param count orders that the row tells of; how many of them are others' is {@link #orders} then
     * @return 0 when it has to be taken out
     */
    long others(BookShape shape, long id, Side side, long price, int count, long units) {
        boolean isOwn = shape.raw() && ids.contains(id);
        long own = isOwn ? units : 0;
        orders = count;
        for (Own each : open.values()) {
            boolean isHere = each.side == side && each.price == price && count > 0;
            if (!shape.raw() && shape.precision() == 0 && isHere) {
                own += each.units;
                orders--;
            }
        }
        hide(shape.raw() ? id : side == Side.BUY ? price : -price, own > 0 && count > 0);
        long left = count == 0 ? 0 : Math.max(0, units - own);
        orders = left == 0 ? 0 : Math.max(1, orders);
        return left;
    }

    /** How many orders of the row that was asked about last are others'. */
    int orders() {
        return orders;
    }

    private void hide(long key, boolean isHidden) {
        if (isHidden ? hidden.add(key) : hidden.remove(key)) {
            book.lacking(isHidden ? 1 : -1);
        }
    }
}
