package io.hayate.venue;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of one venue, put together; all of them live on its thread. */
final class Exchange {
    private static final int FIRST_SEQUENCE_SPREAD = 100_000;

    private final VenueConfig config;
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

    Exchange(VenueConfig config, VenueLimits limits, VenueListener listener, EventLoop loop) {
        this.config = config;
        this.limits = limits;
        news = new ClientNews(listener);
        connectionCounts = new ConnectionCounts(limits);
        backlogs = new Backlogs(sessions, config.outboundBytesMax(), limits.backlogBytes());
        faults = new FaultPlan(config.seed());
        config.faults().everyNth().forEach((fault, n) -> faults.data().frames(fault, null, n));
        ids = new VenueIds(config.seed());
        markets = new Markets(config, traffic, ids);
        engine = new MatchingEngine(ids, traffic, news);
        books = new MarketBooks(config, traffic);
        feeds = new Feeds(this, books, loop);
        clock = new MarketClock(loop, this);
        inputs = new AccountInputs(this);
        int sequence = Random64.of(config.seed(), "account").below(FIRST_SEQUENCE_SPREAD);
        DemoAccount demo = new DemoAccount(SimulatedVenue.DEMO_SECRET, markets, loop, sequence);
        AccountSnapshots snapshots = new AccountSnapshots(engine.resting());
        authenticator = new Authenticator(Map.of(SimulatedVenue.DEMO_KEY, demo), snapshots, ids);
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
