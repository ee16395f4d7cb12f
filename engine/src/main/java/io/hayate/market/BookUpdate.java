package io.hayate.market;

import io.hayate.event.BookEntry;

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
        boolean room = true;
        if (entry.isDelete()) {
            delete(book, entry);
        } else if (isUsable(entry)) {
            room = set(book, entry);
        } else {
            book.onIgnored();
        }
        if (!room) {
            book.onDropped();
        }
        return room;
    }

    private static boolean isUsable(BookEntry entry) {
        double amount = entry.amount();
        return Double.isFinite(entry.price()) && amount > 0 && amount < Double.POSITIVE_INFINITY;
    }

    private static void delete(OrderBook book, BookEntry entry) {
        OrderPlaces places = book.places();
        if (places == null) {
            if (!book.side(entry.side()).removeLevel(entry.price(), entry.period())) {
                book.onIgnored();
            }
            return;
        }
        int place = places.find(entry.orderId());
        if (place < 0) {
            book.onIgnored();
        } else {
            remove(book, entry.orderId(), place);
        }
    }

    private static void remove(OrderBook book, long id, int place) {
        OrderPlaces places = book.places();
        BookSide side = book.side(places.side(place));
        side.removeOrder(id, places.price(place), places.period(place));
        places.remove(place);
    }

    private static boolean set(OrderBook book, BookEntry entry) {
        BookSide side = book.side(entry.side());
        OrderPlaces places = book.places();
        double price = entry.price();
        if (places == null) {
            return side.setLevel(price, entry.period(), entry.amount(), entry.count());
        }
        int place = places.find(entry.orderId());
        if (place >= 0 && isAt(places, place, entry)) {
            side.setOrder(entry.orderId(), price, entry.period(), entry.amount());
            return true;
        }
        if (place >= 0) {
            remove(book, entry.orderId(), place);
        }
        return add(book, side, entry);
    }

    private static boolean isAt(OrderPlaces places, int place, BookEntry entry) {
        return places.side(place) == entry.side()
                && places.price(place) == entry.price()
                && places.period(place) == entry.period();
    }

    private static boolean add(OrderBook book, BookSide side, BookEntry entry) {
        long id = entry.orderId();
        double price = entry.price();
        int period = entry.period();
        Rows orders = side.orders();
        boolean full = orders.isFull();
        if (full) {
            int last = orders.size() - 1;
            if (-orders.find(price, period, id) - 1 > last) {
                return false;
            }
            long worst = orders.id(last);
            remove(book, worst, book.places().find(worst));
        }
        side.addOrder(id, price, period, entry.amount());
        book.places().add(id, side.side(), price, period);
        return !full;
    }
}
