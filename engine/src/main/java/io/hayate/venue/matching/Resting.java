package io.hayate.venue.matching;

import io.hayate.venue.book.BookOrder;
import io.hayate.venue.order.VenueOrder;

/** A client's order that lies in a book, as the book knows it. */
record Resting(VenueOrder order, Listener listener) implements BookOrder.Owner {
    /** Hears of what is taken of orders. */
    interface Listener {
        /** So many units of an order were taken. */
        void onTaken(VenueOrder order, long tradeId, long units);
    }

    @Override
    public void onTaken(long tradeId, long units) {
        listener.onTaken(order, tradeId, units);
    }
}
