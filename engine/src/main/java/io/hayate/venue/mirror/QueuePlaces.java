package io.hayate.venue.mirror;

import io.hayate.model.Side;
import io.hayate.venue.QueueModel;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.LimitBook;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/**
 * Keeps the places of clients' orders in the queues of a book that is followed. While no client has an
 * order there it costs a look at a counter.
 */
final class QueuePlaces {
    private final LimitBook book;
    private final EpochClock clock;
    private final QueueModel model;
    private final FillAccount fills;
    private final List<BookOrder> found = new ArrayList<>();

    QueuePlaces(LimitBook book, EpochClock clock, QueueModel model, FillAccount fills) {
        this.book = book;
        this.clock = clock;
        this.model = model;
        this.fills = fills;
    }

    private List<BookOrder> at(Side side, long price) {
        found.clear();
        if (book.clients() > 0) {
            book.clientsAt(side, price, found);
        }
        return found;
    }

    /** A level or an order has come, or grown, behind those that were there. */
    void onGrown(Side side, long price, long units) {
        for (BookOrder order : at(side, price)) {
            order.place().onGrown(units, order.isHidden());
        }
    }

    /** A level has come to a price of which nothing was shown. */
    void onNewLevel(Side side, long price, long units) {
        for (BookOrder order : at(side, price)) {
            if (order.place().isUnknown()) {
                order.place().limit(units);
            } else {
                order.place().onGrown(units, order.isHidden());
            }
        }
    }

    /**
     * A level shows less.
     *
     * @param total what was left of it before
     */
    void onLevelShrunk(Side side, long price, long units, long total) {
        for (BookOrder order : at(side, price)) {
            order.place().onShrunk(units, total, clock.time(), model);
            fills.guessed(order.place().isGuessed());
        }
    }

    /** A single order shows less: that moves up who came after it. */
    void onOrderShrunk(Side side, long price, long units, long arrival) {
        for (BookOrder order : at(side, price)) {
            if (order.isHidden() || order.arrival() > arrival) {
                order.place().onShrunkAhead(units, clock.time());
            }
        }
    }

    /** Clients have taken of what lies there. */
    void onEaten(Side side, long price, long units) {
        for (BookOrder order : at(side, price)) {
            order.place().onEaten(units);
        }
    }

    /** Nothing is known of a change of the whole book: all that lies at a price is before, at most. */
    void afterSnapshot(boolean isRestarted) {
        if (book.clients() == 0) {
            return;
        }
        for (Side taker : Side.values()) {
            book.forEach(
                    taker,
                    order -> {
                        if (!order.isMakers()) {
                            long units = book.makersUnits(order.side(), order.price());
                            if (isRestarted) {
                                order.place().restart(units);
                            } else {
                                order.place().limit(units);
                            }
                        }
                        return true;
                    });
        }
    }
}
