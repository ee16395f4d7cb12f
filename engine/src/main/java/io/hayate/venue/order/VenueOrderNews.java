package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.VenueListener;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.wire.Amounts;
import java.util.function.Supplier;

/** Counts clients' orders and puts into words what becomes of them. Venue thread. */
public final class VenueOrderNews {
    private final VenueListener listener;
    private final VenueTraffic traffic;

    /** News for this listener. */
    public VenueOrderNews(VenueListener listener, VenueTraffic traffic) {
        this.listener = listener;
        this.traffic = traffic;
    }

    /** A new order has come, good or bad. */
    void received() {
        traffic.orderReceived();
    }

    void accepted(VenueOrder order) {
        traffic.orderAccepted();
        order(
                order,
                () ->
                        " of client "
                                + order.connection()
                                + ": "
                                + (order.side() == Side.BUY ? "buy " : "sell ")
                                + Amounts.plain(Amounts.ofUnits(order.request().units()))
                                + " "
                                + order.symbol().substring(1)
                                + (order.request().isMarket()
                                        ? " at market"
                                        : " at " + Amounts.plain(order.price())));
    }

    void refused(long client, String reason) {
        traffic.orderRefused();
        listener.onNews(
                VenueListener.Subject.ORDER,
                () -> "order of client " + client + " refused: " + reason);
    }

    void filled(Fill fill) {
        traffic.filled();
        String filled = Amounts.plain(fill.amount()) + " at " + Amounts.plain(fill.price());
        boolean last = fill.order().isFilled();
        order(fill.order(), () -> (last ? " filled: " : " filled in part: ") + filled);
    }

    /** An order has ended before it was filled. */
    void canceled(VenueOrder order, String word) {
        traffic.orderCanceled();
        order(order, () -> " ended: " + word);
    }

    private void order(VenueOrder order, Supplier<String> deed) {
        listener.onNews(VenueListener.Subject.ORDER, () -> "order " + order.id() + deed.get());
    }
}
