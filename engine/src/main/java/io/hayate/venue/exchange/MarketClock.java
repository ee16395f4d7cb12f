package io.hayate.venue.exchange;

import io.hayate.venue.BurstConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.feed.Listing;
import io.hayate.venue.feed.Listings;
import io.hayate.venue.feed.MarketBooks;
import io.hayate.venue.matching.MatchingEngine;
import java.util.List;

/**
 * Lets the markets step at the configured rate, one after the other, while somebody watches them, has
 * asked about them or has an order in them. A market that nobody looks at stands still, so what a client sees from its
 * subscription on depends on the seed alone. What comes late
 * is left out, counted.
 */
final class MarketClock {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MS = 1e6;
    private static final long PERIOD_MIN_NS = 1_000_000;
    private static final long PERIOD_MAX_NS = 1_000_000_000;
    private static final long LAG_MAX_NS = 100_000_000;

    private final Timeline timeline;
    private final Timeline.Timer timer;
    private final Listings listings;
    private final MarketBooks books;
    private final MatchingEngine engine;
    private final VenueTraffic traffic;
    private final BurstConfig bursts;
    private final double nanosPerStep; // infinite when the market stands still
    private final double nanosPerPhase; // infinite when books are told on demand
    private double pace = 1;
    private long startNs;
    private long lastRunNs;
    private double timeNs; // of the venue, since it began to tick
    private double nextStepNs;
    private double nextPhaseNs;

    MarketClock(
            VenueConfig config,
            Timeline timeline,
            Listings listings,
            MarketBooks books,
            MatchingEngine engine,
            VenueTraffic traffic) {
        this.timeline = timeline;
        this.listings = listings;
        this.books = books;
        this.engine = engine;
        this.traffic = traffic;
        timer = timeline.timer(this::run);
        bursts = config.bursts();
        nanosPerStep = NANOS_PER_SECOND / (config.tickersPerSecond() * listings.all().size());
        double intervalMs = config.books().intervalMs();
        nanosPerPhase =
                intervalMs == 0
                        ? Double.POSITIVE_INFINITY
                        : intervalMs * NANOS_PER_MS / MarketBooks.PHASES;
    }

    /** Starts to tick if there is now a reason to. */
    void onDemand() {
        double shortest = Math.min(nanosPerStep, nanosPerPhase);
        if (timer.isRunning() || Double.isInfinite(shortest) || !isNeeded()) {
            return;
        }
        startNs = timeline.nanoTime();
        lastRunNs = startNs;
        timeNs = 0;
        nextStepNs = nanosPerStep;
        nextPhaseNs = nanosPerPhase;
        long wanted = (long) (shortest / (pace * bursts.factor()));
        long period = Math.min(Math.max(wanted, PERIOD_MIN_NS), PERIOD_MAX_NS);
        timer.everyNs(period);
    }

    /** Lets time run so many times as fast. */
    void pace(double factor) {
        pace = factor;
        if (timer.isRunning()) {
            timer.cancel();
            onDemand();
        }
    }

    private void run() {
        if (!isNeeded()) {
            timer.cancel();
            return;
        }
        long nowNs = timeline.nanoTime();
        double speed = pace * bursts.factorAt(nowNs - startNs);
        timeNs += (nowNs - lastRunNs) * speed;
        lastRunNs = nowNs;
        forgetLag(LAG_MAX_NS * speed);
        while (Math.min(nextStepNs, nextPhaseNs) <= timeNs) {
            if (nextStepNs <= nextPhaseNs) {
                nextStepNs += nanosPerStep;
                step(listings.next());
            } else {
                nextPhaseNs += nanosPerPhase;
                books.onPhase();
                engine.settle();
            }
        }
    }

    /** What the loop could not keep up with: time stood still, so that the order stays the same. */
    private void forgetLag(double lagMaxNs) {
        double lagNs = timeNs - Math.min(nextStepNs, nextPhaseNs);
        if (lagNs > lagMaxNs) {
            traffic.tickersSkipped((long) ((lagNs - lagMaxNs) / nanosPerStep));
            timeNs -= lagNs - lagMaxNs;
        }
    }

    private boolean isNeeded() {
        List<Listing> all = listings.all();
        for (int i = 0; i < all.size(); i++) {
            if (isNeeded(all.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNeeded(Listing listing) {
        return listing.isWatched()
                || listing.isLookedAt(timeline.nanoTime())
                || !engine.open().isEmpty(listing.source());
    }

    /** Steps every market so many times, now. */
    void advance(int count) {
        for (int i = 0; i < count; i++) {
            listings.all().forEach(this::move);
        }
    }

    private void step(Listing listing) {
        if (isNeeded(listing)) {
            move(listing);
        }
    }

    private void move(Listing listing) {
        listing.step();
        engine.settle();
    }
}
