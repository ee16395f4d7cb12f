package io.hayate.venue.matching;

import io.hayate.model.Side;
import io.hayate.venue.VenueFill;
import io.hayate.venue.VenueListener;
import io.hayate.venue.VenueResting;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.book.QueuePlace;
import io.hayate.venue.order.Fill;
import io.hayate.venue.order.OrderKind;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;
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
        order(order, () -> " " + by(order.origin().connection()) + ": " + text(order));
    }

    /** Requests by REST come over no connection of their own. */
    private static String by(long connection) {
        return connection == 0 ? "by REST" : "of client " + connection;
    }

    /** {@code buy 0.1 BTCUSD at 86711, EXCHANGE LIMIT}. */
    private static String text(VenueOrder order) {
        String amount = Amounts.plain(Amounts.ofUnits(order.parts().originalUnits()));
        String what = amount + " " + order.symbol().substring(1);
        String where =
                order.kind() == OrderKind.MARKET
                        ? " at market"
                        : " at " + Amounts.plain(order.terms().price());
        boolean plain = order.kind() == OrderKind.MARKET || order.kind() == OrderKind.LIMIT;
        String kind = plain && order.type().exchange() ? "" : ", " + order.type().word();
        return (order.side() == Side.BUY ? "buy " : "sell ") + what + where + kind;
    }

    void refused(long client, String reason) {
        traffic.orderRefused();
        listener.onNews(
                VenueListener.Subject.ORDER, () -> "order " + by(client) + " refused: " + reason);
    }

    /** An order is about to take what lies in the book, if that suits it. */
    void meeting(VenueOrder order) {
        listener.onMeeting(order.account().name(), order.symbol());
    }

    /** An order has come to its place in the book. */
    void resting(VenueOrder order, QueuePlace place) {
        BigDecimal left = Amounts.ofUnits(order.remainingUnits() * order.side().sign());
        BigDecimal ahead = place.isUnknown() ? null : Amounts.ofUnits(place.ahead());
        listener.onResting(
                new VenueResting(order.account().name(), order.symbol(), order.id(), left, ahead));
    }

    void filled(Fill fill) {
        traffic.filled();
        VenueOrder order = fill.order();
        listener.onFill(
                new VenueFill(
                        order.account().name(),
                        order.symbol(),
                        order.id(),
                        fill.id(),
                        fill.signedAmount(),
                        fill.price(),
                        fill.maker(),
                        new VenueFill.Fee(fill.fee(), fill.feeCurrency())));
        boolean last = fill.order().isFilled();
        order(fill.order(), () -> (last ? " filled: " : " filled in part: ") + text(fill));
    }

    private static String text(Fill fill) {
        return Amounts.plain(fill.amount()) + " at " + Amounts.plain(fill.price());
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
