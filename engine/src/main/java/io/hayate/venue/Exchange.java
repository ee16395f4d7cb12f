package io.hayate.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.CachedEpochClock;
import org.agrona.concurrent.EpochClock;

/** The parts of one venue, put together; all of them live on its thread. */
final class Exchange {
    private static final int FIRST_SEQUENCE_SPREAD = 100_000;

    private final VenueConfig config;
    private final CachedEpochClock epochClock = new CachedEpochClock();
    private final Timeline timeline;
    private final VenueTraffic traffic = new VenueTraffic();
    private final FaultPlan faults;
    private final VenueLimits limits;
    private final ClientNews news;
    private final List<VenueSession> sessions = new ArrayList<>();
    private final ConnectionCounts connectionCounts;
    private final Backlogs backlogs;
    private final VenueIds ids;
    private final Markets markets;
    private final MarketBooks books;
    private final MatchingEngine engine;
    private final Feeds feeds;
    private final MarketClock clock;
    private final AccountInputs inputs;
    private final Authenticator authenticator;

    /** An exchange that begins at this time. */
    Exchange(
            VenueConfig config,
            VenueLimits limits,
            VenueListener listener,
            long nowMs,
            long nowNs) {
        this.config = config;
        epochClock.update(nowMs);
        timeline = new Timeline(nowNs);
        this.limits = limits;
        news = new ClientNews(listener);
        connectionCounts = new ConnectionCounts(limits);
        backlogs = new Backlogs(sessions, config.outboundBytesMax(), limits.backlogBytes());
        faults = new FaultPlan(config.seed());
        config.faults().everyNth().forEach((fault, n) -> faults.data().frames(fault, null, n));
        ids = new VenueIds(config.seed());
        markets = new Markets(config, traffic, ids, epochClock);
        engine = new MatchingEngine(ids, traffic, news, epochClock);
        books = new MarketBooks(config, traffic);
        feeds = new Feeds(this, books);
        clock = new MarketClock(this);
        inputs = new AccountInputs(this);
        int sequence = Random64.of(config.seed(), "account").below(FIRST_SEQUENCE_SPREAD);
        DemoAccount demo = new DemoAccount(SimulatedVenue.DEMO_SECRET, markets, timeline, sequence);
        AccountSnapshots snapshots = new AccountSnapshots(engine.resting());
        authenticator = new Authenticator(Map.of(SimulatedVenue.DEMO_KEY, demo), snapshots, ids);
    }

    /**
     * Time has gone on: does what is due by now. Every input happens at the time that was told last.
     *
     * @param nowMs since 1970, for what frames say
     * @param nowNs of a clock that never goes back, for what is due
     */
    void onTime(long nowMs, long nowNs) {
        epochClock.update(nowMs);
        timeline.advance(nowNs);
    }

    /** Does what is due at once, behind an input. */
    void settle() {
        timeline.advance(timeline.nanoTime());
    }

    /** When something is due next; {@link Timeline#NEVER} when nothing is. */
    long nextDueNs() {
        return timeline.nextDueNs();
    }

    /** What frames call now. */
    EpochClock epochClock() {
        return epochClock;
    }

    Timeline timeline() {
        return timeline;
    }

    VenueConfig config() {
        return config;
    }

    VenueLimits limits() {
        return limits;
    }

    /** Told of what clients do. */
    ClientNews news() {
        return news;
    }

    ConnectionCounts connectionCounts() {
        return connectionCounts;
    }

    /** What waits for slow clients. */
    Backlogs backlogs() {
        return backlogs;
    }

    VenueTraffic traffic() {
        return traffic;
    }

    FaultPlan faults() {
        return faults;
    }

    /** The connections that are open. */
    List<VenueSession> sessions() {
        return sessions;
    }

    VenueIds ids() {
        return ids;
    }

    Markets markets() {
        return markets;
    }

    MarketBooks books() {
        return books;
    }

    MatchingEngine engine() {
        return engine;
    }

    Feeds feeds() {
        return feeds;
    }

    MarketClock clock() {
        return clock;
    }

    AccountInputs inputs() {
        return inputs;
    }

    Authenticator authenticator() {
        return authenticator;
    }
}
