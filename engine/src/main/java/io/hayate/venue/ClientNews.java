package io.hayate.venue;

import io.hayate.model.Side;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Puts into words what clients do and what becomes of their orders. Venue thread. */
final class ClientNews {
    private final VenueListener listener;

    ClientNews(VenueListener listener) {
        this.listener = listener;
    }

    void connected(VenueSession session) {
        client(session, "connected from " + address(session));
    }

    private static String address(VenueSession session) {
        return session.channel().remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress() + ":" + address.getPort()
                : "an unknown address";
    }

    void authenticated(VenueSession session) {
        client(session, "authenticated");
    }

    void authenticationRefused(VenueSession session, String reason) {
        client(session, "could not authenticate: " + reason);
    }

    /** The venue ends the connection. */
    void ended(VenueSession session, String reason) {
        client(session, "closed: " + reason);
    }

    void left(VenueSession session, long ageNs) {
        String age = Duration.ofSeconds(Duration.ofNanos(ageNs).toSeconds()).toString();
        client(session, "left after " + age.substring(2).toLowerCase(Locale.ROOT));
    }

    private void client(VenueSession session, String deed) {
        listener.onNews(
                VenueListener.Subject.CLIENT, () -> "client " + session.number() + " " + deed);
    }

    void accepted(VenueOrder order) {
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

    void refused(VenueSession session, String reason) {
        listener.onNews(
                VenueListener.Subject.ORDER,
                () -> "order of client " + session.number() + " refused: " + reason);
    }

    void filled(Fill fill) {
        String filled = Amounts.plain(fill.amount()) + " at " + Amounts.plain(fill.price());
        boolean last = fill.order().isFilled();
        order(fill.order(), () -> (last ? " filled: " : " filled in part: ") + filled);
    }

    /** An order has ended before it was filled. */
    void canceled(VenueOrder order, String word) {
        order(order, () -> " ended: " + word);
    }

    private void order(VenueOrder order, Supplier<String> deed) {
        listener.onNews(VenueListener.Subject.ORDER, () -> "order " + order.id() + deed.get());
    }
}
