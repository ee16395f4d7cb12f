package io.hayate.venue.mirror;

import io.hayate.model.Side;
import io.hayate.venue.book.BookSide;
import io.hayate.venue.book.LimitBook;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Lays the levels, or orders, of the book that is followed into a market's book, beside the orders of
 * clients. Of what is shown so much is left as clients have not taken:
 *
 * <pre>
 * left  = shown - eaten
 * eaten = what clients took; on each row min(eaten, shown now), so that growth is there for all
 * </pre>
 *
 * <p>What clients ate comes back once the level or order has gone and comes anew. An order of which a
 * row shows more than before goes behind those of its price, as one with another price does.
 */
final class MirrorBook implements MirrorOrder.Listener {
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L; // odd: no two keys become one

    private final LimitBook book;
    private final QueuePlaces places;
    private final Long2ObjectHashMap<MirrorOrder> byKey = new Long2ObjectHashMap<>();
    private final List<MirrorOrder> gone = new ArrayList<>();
    private BookShape shape;
    private long snapshots;

    /** An empty book. */
    MirrorBook(LimitBook book, QueuePlaces places) {
        this.book = book;
        this.places = places;
    }

    /** What is followed; null for nothing so far. */
    BookShape shape() {
        return shape;
    }

    /** Everything is anew: what was followed before is forgotten, unless it is of the same kind. */
    void restart(BookShape next) {
        if (shape != null && shape.raw() != next.raw()) {
            clear();
        }
        shape = next;
    }

    private void clear() {
        for (MirrorOrder order : byKey.values()) {
            forget(order);
        }
        byKey.clear();
    }

    /** A snapshot begins: what it does not tell of goes when it ends. */
    void beginSnapshot() {
        snapshots++;
    }

    /** A snapshot has ended. */
    void endSnapshot(boolean isRestarted) {
        gone.clear();
        byKey.values().removeIf(this::isGone);
        gone.forEach(this::forget);
        places.afterSnapshot(isRestarted);
    }

    private boolean isGone(MirrorOrder order) {
        if (order.seen != snapshots) {
            gone.add(order);
            return true;
        }
        return false;
    }

    private void forget(MirrorOrder order) {
        takeOut(order);
        lacks(order, false);
    }

    private void lacks(MirrorOrder order, boolean isLacking) {
        if (order.isLacking != isLacking) {
            order.isLacking = isLacking;
            book.lacking(isLacking ? 1 : -1);
        }
    }

    private void takeOut(MirrorOrder order) {
        if (order.lying != null) {
            book.remove(order.lying);
            order.lying = null;
        }
    }

    /** A row that sets; answers with what it set. */
    MirrorOrder set(Side side, long id, long price, int orders, long units) {
        long key = key(side, id, price);
        MirrorOrder order = byKey.get(key);
        if (order != null && (order.side != side || order.price != price)) {
            shrinkBy(order, order.left());
            forget(order);
            order = null;
        }
        if (order == null) {
            order = new MirrorOrder(side, this);
            order.price = price;
            byKey.put(key, order);
            places.onNewLevel(side, price, units);
            lay(order, id, orders, units);
        } else {
            change(order, id, orders, units);
        }
        order.seen = snapshots;
        return order;
    }

    private long key(Side side, long id, long price) {
        long key = shape.raw() ? id : side == Side.BUY ? price : -price;
        return SPREAD * key; // prices lie at equal distances, which maps do not like
    }

    private void lay(MirrorOrder order, long id, int orders, long units) {
        order.rise = units;
        order.shown = units;
        order.orders = orders;
        if (units > 0) {
            order.lying = book.add(order.side, id, order.price, 0, units, order);
            if (orders != 1) {
                book.orders(order.lying, orders);
            }
        }
    }

    private void change(MirrorOrder order, long id, int orders, long units) {
        long before = order.left();
        long eaten = Math.min(order.shown - before, units);
        long left = units - eaten;
        if (left < before) {
            shrinkBy(order, before - left);
        } else if (left > before) {
            places.onGrown(order.side, order.price, left - before);
        }
        order.rise = units - order.shown;
        order.shown = units;
        order.orders = orders;
        boolean isBehind = shape.raw() && left > before && book.clients() > 0;
        if (isBehind && before > 0) {
            shrinkBy(order, before);
            places.onGrown(order.side, order.price, before);
        }
        if (left == 0 || isBehind) {
            takeOut(order);
        }
        if (left > 0 && order.lying == null) {
            order.lying = book.add(order.side, id, order.price, 0, left, order);
        } else if (order.lying != null && left != before) {
            book.resize(order.lying, left);
        }
        if (order.lying != null) {
            book.orders(order.lying, orders);
        }
        lacks(order, left < units);
    }

    private void shrinkBy(MirrorOrder order, long units) {
        if (book.clients() == 0 || order.lying == null) {
            return;
        } else if (shape.raw()) {
            places.onOrderShrunk(order.side, order.price, units, order.lying.arrival());
        } else {
            places.onLevelShrunk(order.side, order.price, units, order.left());
        }
    }

    /** The level at this price; null for none. */
    MirrorOrder find(Side side, long price) {
        return byKey.get(key(side, 0, price));
    }

    /** A row that removes; false when there was nothing. */
    boolean remove(Side side, long id, long price) {
        MirrorOrder order = byKey.remove(key(side, id, price));
        if (order != null) {
            if (!isOutermost(order)) {
                shrinkBy(order, order.left());
            }
            forget(order);
        }
        return order != null;
    }

    /** True for the last that is shown of a side: it may have left the window, and lie on. */
    private boolean isOutermost(MirrorOrder order) {
        if (book.clients() == 0 || !isFull(order.side)) {
            return false;
        }
        BookSide orders = book.side(order.side);
        int rank = orders.count() - 1;
        while (rank > 0 && !orders.at(rank).isMakers()) {
            rank--;
        }
        return rank > 0 && orders.at(rank) == order.lying;
    }

    /** True when a side shows about as many as it can, so that there may be more. */
    boolean isFull(Side side) {
        BookSide orders = book.side(side);
        int most = orders.count();
        int shown = 0;
        for (int rank = 0; rank < most; rank++) {
            shown += orders.at(rank).isMakers() ? 1 : 0;
        }
        return shown >= shape.length() - shape.length() / 4; // a burst removes before it adds
    }

    /** Takes of what is left of one, as a trade elsewhere has it. */
    void reduce(MirrorOrder order, long units) {
        if (units == order.lying.units()) {
            takeOut(order);
        } else {
            book.resize(order.lying, order.lying.units() - units);
        }
        lacks(order, true);
    }

    @Override
    public void onEaten(MirrorOrder order, long units) {
        lacks(order, true);
        places.onEaten(order.side, order.price, units);
    }
}
