package io.hayate.venue.session;

import io.hayate.venue.VenueListener;
import io.hayate.venue.base.VenueTraffic;
import java.time.Duration;
import java.util.Locale;

/** Counts clients and puts into words how they come and go. Venue thread. */
public final class ClientNews {
    private final VenueListener listener;
    private final VenueTraffic traffic;

    /** News for this listener. */
    public ClientNews(VenueListener listener, VenueTraffic traffic) {
        this.listener = listener;
        this.traffic = traffic;
    }

    void connected(VenueSession session) {
        traffic.opened();
        client(session, "connected from " + session.address());
    }

    void authenticated(VenueSession session, String account) {
        client(session, "authenticated, account " + account);
    }

    void authenticationRefused(VenueSession session, String reason) {
        client(session, "could not authenticate: " + reason);
    }

    /** The venue ends the connection. */
    void ended(VenueSession session, String reason) {
        client(session, "closed: " + reason);
    }

    void left(VenueSession session, long ageNs) {
        traffic.closed();
        String age = Duration.ofSeconds(Duration.ofNanos(ageNs).toSeconds()).toString();
        client(session, "left after " + age.substring(2).toLowerCase(Locale.ROOT));
    }

    private void client(VenueSession session, String deed) {
        listener.onNews(
                VenueListener.Subject.CLIENT, () -> "client " + session.number() + " " + deed);
    }
}
