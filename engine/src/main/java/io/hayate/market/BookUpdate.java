package io.hayate.market;

import io.hayate.event.BookEntry;
import io.hayate.model.Side;

/**
 * Applies a row to a book.
 *
 * <p>The strategy's thread; allocates nothing.
 */
final class BookUpdate {
    private BookUpdate() {}

    /**
     * Sets or deletes a level or an order; what cannot be is ignored and counted.
     *
     * @return false when something was dropped for lack of room
     */
    static boolean apply(OrderBook book, BookEntry entry) {
        Side side = entry.side();
        double price = entry.price();
        if (entry.isDelete()) {
            delete(book, side, entry.orderId(), price, entry.period());
            return true;
        }
        double amount = entry.amount();
        if (!isUsable(price, amount)) {
            book.onIgnored();
            return true;
        }
        return set(book, side, entry.orderId(), price, entry.period(), amount, entry.count());
    }

    private static boolean isUsable(double price, double amount) {
        return Double.isFinite(price) && amount > 0 && amount < Double.POSITIVE_INFINITY;
    }

    /** Deletes a level by side, price and period, or an order by its number alone. */
    static void delete(OrderBook book, Side side, long id, double price, int period) {
        OrderPlaces places = book.places();
        if (places == null) {
            if (!book.side(side).removeLevel(price, period)) {
                book.onIgnored();
            }
            return;
        }
        int place = places.find(id);
        if (place < 0) {
            book.onIgnored();
        } else {
            remove(book, id, place);
        }
    }

    private static void remove(OrderBook book, long id, int place) {
        OrderPlaces places = book.places();
        OrderBookSide side = book.side(places.side(place));
        if (!side.removeOrder(id, places.price(place), places.period(place))) {
            book.onIgnored();
        }
        places.remove(place);
    }

    /** Sets a level, or an order; false when something was dropped for lack of room. */
    static boolean set(
            OrderBook book,
            Side side,
            long id,
            double price,
            int period,
            double amount,
            int count) {
        OrderBookSide rows = book.side(side);
        boolean room =
                book.places() == null
                        ? rows.setLevel(price, period, amount, count)
                        : setOrder(book, rows, id, price, period, amount);
        if (!room) {
            book.onDropped();
        }
        return room;
    }

    private static boolean setOrder(
            OrderBook book, OrderBookSide side, long id, double price, int period, double amount) {
        OrderPlaces places = book.places();
        int place = places.find(id);
        if (place >= 0
                && places.side(place) == side.side()
                && places.price(place) == price
                && places.period(place) == period) {
            side.setOrder(id, price, period, amount);
            return true;
        }
        if (place >= 0) {
            remove(book, id, place);
        }
        return add(book, side, id, price, period, amount);
    }

    private static boolean add(
            OrderBook book, OrderBookSide side, long id, double price, int period, double amount) {
        SortedRows orders = side.orders();
        boolean full = orders.isFull();
        if (full) {
            int last = orders.size() - 1;
            if (-orders.find(price, period, id) - 1 > last) {
                return false;
            }
            removeWorst(book, side);
        }
        side.setOrder(id, price, period, amount);
        book.places().add(id, side.side(), price, period);
        return !full;
    }

    private static void removeWorst(OrderBook book, OrderBookSide side) {
        SortedRows orders = side.orders();
        int last = orders.size() - 1;
        long worst = orders.id(last);
        int place = book.places().find(worst);
        if (place < 0) {
            side.removeOrder(worst, orders.price(last), orders.period(last));
        } else {
            remove(book, worst, place);
        }
    }
}
