package io.hayate.venue;

import io.hayate.model.Side;

/** An order that lies in a {@link LimitBook}, which alone changes it and uses it again. */
final class BookOrder {
    /** Whose order it is, when it is not one of the venue's makers. */
    interface Owner {
        /** Somebody has taken so many units of it. */
        void onTaken(long tradeId, long units);
    }

    long id;
    Side side;

    /** In units of 1e-8 of a tick. */
    long price;

    /** In days, of an offer of funding; else 0. */
    int period;

    /** In units of 1e-8. */
    long units;

    /** Rises with the time at which the order came to its price. */
    long arrival;

    /** True when it lies away from where the makers keep the book thick. */
    boolean far;

    /** Null when it is a maker's of the venue. */
    Owner owner;

    /** What is better comes first: price, then the shorter period, then who was there first. */
    boolean isBefore(BookOrder other) {
        if (price != other.price) {
            return side == Side.BUY ? price > other.price : price < other.price;
        }
        return period == other.period ? arrival < other.arrival : period < other.period;
    }
}
