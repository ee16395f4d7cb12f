package io.hayate.market;

/** The levels of a book. */
public final class OrderBook {
    private OrderBook() {}
}
