package io.hayate.venue.session;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.feed.Feeds;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/** The connections that are there: how they begin and how they end. Venue thread. */
public final class VenueSessions implements VenueSession.Keeper {
    private final VenueConfig config;
    private final Timeline timeline;
    private final FaultPlan faults;
    private final VenueIds ids;
    private final Authenticator authenticator;
    private final ClientNews news;
    private final List<VenueSession> present = new ArrayList<>();

    /** No connections yet. */
    public VenueSessions(
            VenueConfig config,
            Timeline timeline,
            FaultPlan faults,
            VenueIds ids,
            Authenticator authenticator,
            ClientNews news) {
        this.config = config;
        this.timeline = timeline;
        this.faults = faults;
        this.ids = ids;
        this.authenticator = authenticator;
        this.news = news;
    }

    /** Those that are there, in the order in which they came; a copy. */
    public List<VenueSession> present() {
        return List.copyOf(present);
    }

    /** How many of them were not ended. */
    public int open() {
        int open = 0;
        for (int i = 0; i < present.size(); i++) {
            open += present.get(i).isOpen() ? 1 : 0;
        }
        return open;
    }

    /** A client came: it is greeted. */
    public VenueSession begin(Outbox outbox, String address, Feeds feeds) {
        long number = ids.nextConnection();
        FrameWriter writer =
                new FrameWriter(outbox, faults, timeline, config.accounts().rules().numbers());
        ClientChannels subscriptions =
                new ClientChannels(ids.channelIds(number), feeds, writer, faults.data());
        VenueSession session =
                new VenueSession(number, address, writer, subscriptions, timeline, this);
        present.add(session);
        news.connected(session);
        session.start(config.clients().heartbeatMs(), config.clients().idleTimeoutMs());
        greet(writer);
        return session;
    }

    private void greet(FrameWriter writer) {
        JsonText info = new JsonText().openObject().key("event").text("info");
        info.key("version").whole(faults.infoVersion());
        info.key("serverId").text(ids.uuid("server").toString());
        info.key("platform").openObject().key("status").whole(faults.platformStatus());
        writer.event(info.closeObject().closeObject());
    }

    @Override
    public void end(VenueSession session, int code, String reason) {
        if (session.isOpen()) {
            news.ended(session, reason);
            session.end(code, reason);
            authenticator.leave(session, true);
        }
    }

    /** A client says that it goes: it leaves its account. */
    public void onFarewell(VenueSession session) {
        authenticator.leave(session, true);
    }

    /** A client left. */
    public void onLeft(VenueSession session) {
        present.remove(session);
        news.left(session, session.ageNs());
        session.onLeft();
        authenticator.leave(session, false); // who had said goodbye is in no account
    }
}
