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
    private final Long2ObjectHashMap<Level> levels = new Long2ObjectHashMap<>(); // that have some
    private int orders; // of the level that was asked for last

    /** Nobody's yet. */
    RecordedOrders(LimitBook book) {
        this.book = book;
    }

    private record Own(Side side, long price, long units) {}

    /** What a row told last of a price, with own orders; {@code change} since the row before. */
    record Level(Side side, long price, int count, long units, long change) {}

    /**
     * An order rests with so many units, or, with 0, no longer.
     *
     * @return the level whose row had that in it before the account was told, and has to be set again; null for
     *     none: the row comes behind
     */
    Level onOrder(long id, Side side, long price, long units) {
        if (ids.size() < IDS_MAX) {
            ids.add(id);
        }
        Own before = open.remove(id);
        Level level = before == null ? null : levels.get(key(before.side, before.price));
        long had = level == null ? 0 : units(level.side, level.price) + before.units;
        if (units > 0 && open.size() < OPEN_MAX) {
            open.put(id, new Own(side, price, units));
        }
        long less = before == null ? 0 : before.units - units;
        if (before == null) {
            Level joined = levels.get(key(side, price));
            return joined != null && joined.change == units ? joined : null;
        }
        boolean isTold = level != null && (level.change == -less || level.units < had);
        return isTold && less > 0 ? level : null;
    }

    /** True for a price whose row has some of them in it. */
    boolean isTold(Side side, long price) {
        return levels.containsKey(key(side, price));
    }

    private long units(Side side, long price) {
        long units = 0;
        for (Own each : open.values()) {
            units += each.side == side && each.price == price ? each.units : 0;
        }
        return units;
    }

    private int count(Side side, long price) {
        int count = 0;
        for (Own each : open.values()) {
            count += each.side == side && each.price == price ? 1 : 0;
        }
        return count;
    }

    private static long key(Side side, long price) {
        return side == Side.BUY ? price : -price;
    }

    /** An order is found to be own behind the row that showed it. */
    void onShownBefore(long id) {
        hide(id, true);
    }

    /** True when rows have to be asked about. */
    boolean isAny() {
        return ids.size() > 0;
    }

    /** A snapshot begins, or another book. */
    void restart() {
        book.lacking(-hidden.size());
        hidden.clear();
        levels.clear();
    }

    /**
     * How many units of a row are others'.
     *
     * @param count orders that the row tells of; how many of them are others' is {@link #orders} then
     * @return 0 when it has to be taken out
     */
    long others(BookShape shape, long id, Side side, long price, int count, long units) {
        if (shape.raw()) {
            boolean isOwn = ids.contains(id);
            hide(id, isOwn && count > 0);
            orders = isOwn ? 0 : count;
            return isOwn || count == 0 ? 0 : units;
        }
        long told = count == 0 ? 0 : units;
        long own = shape.precision() == 0 ? units(side, price) : 0;
        note(side, price, count, told, own);
        hide(key(side, price), own > 0 && count > 0);
        long left = Math.max(0, told - own);
        orders = left == 0 ? 0 : Math.max(1, count - (own > 0 ? count(side, price) : 0));
        return left;
    }

    private void note(Side side, long price, int count, long told, long own) {
        Level before = levels.get(key(side, price));
        if (own == 0) {
            levels.remove(key(side, price));
        } else {
            long change = before == null ? 0 : told - before.units;
            levels.put(key(side, price), new Level(side, price, count, told, change));
        }
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
