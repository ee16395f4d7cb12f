package io.hayate.venue;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Lets the markets step at the configured rate, one after the other, while somebody watches them or
 * has an order in them. A market that nobody looks at stands still, so what a client sees from its
 * subscription on depends on the seed alone. What the loop cannot keep up with is left out, counted.
 */
final class MarketClock implements Runnable {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long PERIOD_MIN_NS = 1_000_000;
    private static final long PERIOD_MAX_NS = 1_000_000_000;
    private static final long LAG_MAX_NS = 100_000_000;

    private final EventLoop loop;
    private final List<Listing> listings;
    private final MatchingEngine engine;
    private final VenueTraffic traffic;
    private final double nanosPerStep;
    private Future<?> timer;
    private long startNs;
    private long steps;
    private int next;

    MarketClock(EventLoop loop, Exchange exchange) {
        this.loop = loop;
        listings = List.copyOf(exchange.markets().listings());
        engine = exchange.engine();
        traffic = exchange.traffic();
        nanosPerStep = NANOS_PER_SECOND / (exchange.config().tickersPerSecond() * listings.size());
    }

    /** Starts to tick if there is now a reason to. */
    void onDemand() {
        if (timer != null || Double.isInfinite(nanosPerStep) || !isNeeded()) {
            return;
        }
        startNs = System.nanoTime();
        steps = 0;
        long period = Math.min(Math.max((long) nanosPerStep, PERIOD_MIN_NS), PERIOD_MAX_NS);
        timer = loop.scheduleAtFixedRate(this, period, period, TimeUnit.NANOSECONDS);
    }

    @Override
    public void run() {
        if (!isNeeded()) {
            timer.cancel(false);
            timer = null;
            return;
        }
        long due = (long) ((System.nanoTime() - startNs) / nanosPerStep);
        long dueMax = Math.max(1, (long) (LAG_MAX_NS / nanosPerStep));
        if (due - steps > dueMax) {
            traffic.tickersSkipped(due - steps - dueMax);
            steps = due - dueMax;
        }
        for (; steps < due; steps++) {
            step(listings.get(next));
            next = next + 1 == listings.size() ? 0 : next + 1;
        }
    }

    private boolean isNeeded() {
        for (int i = 0; i < listings.size(); i++) {
            if (isNeeded(listings.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNeeded(Listing listing) {
        return listing.isWatched() || !engine.resting().isEmpty(listing.source());
    }

    /** Steps every market so many times, now. */
    void advance(int count) {
        for (int i = 0; i < count; i++) {
            listings.forEach(this::move);
        }
    }

    private void step(Listing listing) {
        if (isNeeded(listing)) {
            move(listing);
        }
    }

    private void move(Listing listing) {
        listing.step();
        if (listing.source() instanceof Market market) {
            engine.onStep(market);
        }
    }
}
