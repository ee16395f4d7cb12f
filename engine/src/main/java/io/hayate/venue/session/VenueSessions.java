package io.hayate.venue.session;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.fault.FaultSubject;
import io.hayate.venue.feed.Feeds;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/** The connections that are there: how they begin and how they end. Venue thread. */
public final class VenueSessions implements VenueSession.Keeper {
    private static final int VERSION = 2;

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
                new FrameWriter(
                        new FrameExit(outbox, faults, number),
                        faults,
                        timeline,
                        config.accounts().rules().numbers());
        ClientChannels subscriptions =
                new ClientChannels(ids.channelIds(number), feeds, writer, faults);
        VenueSession session =
                new VenueSession(number, address, writer, subscriptions, timeline, this);
        present.add(session);
        news.connected(session);
        session.start(config.clients().heartbeatMs(), config.clients().idleTimeoutMs());
        greet(number, writer);
        return session;
    }

    private void greet(long number, FrameWriter writer) {
        FaultSubject subject = FaultSubject.ofConnection(number, null);
        ActiveFault version = faults.due(FaultKind.WRONG_VERSION, subject);
        ActiveFault status = faults.due(FaultKind.PLATFORM_STATUS, subject);
        JsonText info = new JsonText().openObject().key("event").text("info");
        info.key("version").whole(version == null ? VERSION : version.rule().count("version"));
        info.key("serverId").text(ids.uuid("server").toString());
        info.key("platform")
                .openObject()
                .key("status")
                .whole(status == null ? 1 : status.rule().count("status"));
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

    /** True for a client that has tried too often to authenticate. */
    public boolean hasFailedTooOften(VenueSession session) {
        return session.authFailures() >= config.clients().limits().authFailures();
    }

    /** A client says that it goes: it leaves its account. */
    public void onFarewell(VenueSession session) {
        authenticator.leave(session, true);
    }

    /** Puts a client out of its account, and tells it so. */
    public void revoke(VenueSession session) {
        if (session.membership() != null) {
            authenticator.leave(session, true);
            JsonText answer = new JsonText().openObject().key("event").text("unauth");
            answer.key("status").text("OK").key("chanId").whole(0);
            session.writer().event(answer.closeObject());
        }
    }

    /** A client left. */
    public void onLeft(VenueSession session) {
        present.remove(session);
        news.left(session, session.ageNs());
        session.onLeft();
        authenticator.leave(session, false); // who had said goodbye is in no account
    }
}
