package io.hayate.venue.book;

import io.hayate.model.Side;

/** An order that lies in a {@link LimitBook}, which alone changes it and uses it again. */
public final class BookOrder {
    /** Whose order it is, when it is not one of the venue's makers. */
    public interface Owner {
        /** Somebody has taken so many units of it. */
        void onTaken(long tradeId, long units);

        /** True for a client; false for one who follows another exchange's book. */
        default boolean isClient() {
            return true;
        }
    }

    long id;
    Side side;
    long price;
    int period;
    long units;
    long arrival; // rises with the time at which the order came to its price
    Owner owner; // null for a maker's of the venue
    boolean far;
    boolean hidden;
    int orders; // that it stands for
    QueuePlace place; // null but of clients

    /** The id under which it is told. */
    public long id() {
        return id;
    }

    /** In units of 1e-8 of a tick. */
    public long price() {
        return price;
    }

    /** In days, of an offer of funding; else 0. */
    public int period() {
        return period;
    }

    /** What is left of it, in units of 1e-8. */
    public long units() {
        return units;
    }

    /** Whose order it is; null for a maker's of the venue. */
    public Owner owner() {
        return owner;
    }

    /** True when it is not a client's. */
    public boolean isMakers() {
        return owner == null || !owner.isClient();
    }

    /** What lies before it at its price; null of a maker's. */
    public QueuePlace place() {
        return place;
    }

    /** Which side it is of. */
    public Side side() {
        return side;
    }

    /** True when no channel shows it. */
    public boolean isHidden() {
        return hidden;
    }

    /** Rises with the time at which it came to its price. */
    public long arrival() {
        return arrival;
    }

    /** True when it lies away from where the makers keep the book thick. */
    public boolean isFar() {
        return far;
    }

    /** Lets it lie away from where the makers keep the book thick. */
    public void markFar() {
        far = true;
    }

    /** True when its price is better for a taker than that of another order of the same side. */
    boolean isBetterThan(BookOrder other) {
        return side == Side.BUY ? price > other.price : price < other.price;
    }

    /** What is better comes first: price, then the shorter period, then who was there first. */
    boolean isBefore(BookOrder other) {
        if (price != other.price) {
            return side == Side.BUY ? price > other.price : price < other.price;
        }
        return period == other.period ? arrival < other.arrival : period < other.period;
    }
}
