package io.hayate.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineConfig;
import io.hayate.event.TrafficTap;
import io.hayate.model.SessionState;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import io.hayate.simulation.InputSchedule;
import io.hayate.simulation.LatencyModel;
import io.hayate.simulation.SimulatedEngine;
import io.hayate.simulation.Simulation;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueFill;
import io.hayate.venue.VenueListener;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.exchange.VenueControls;
import io.hayate.venue.mirror.MirrorListing;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A public exchange, a paper account's venue that follows it by the texts that an engine hears, and that
 * engine, on one thread under one virtual clock. No fill may happen while the pair is halted.
 */
final class PaperRig implements VenueListener {
    static final String SYMBOL = "tBTCUSD";
    static final long START_MS = 1_700_000_000_000L;
    static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    final PaperTrader trader = new PaperTrader();
    final List<VenueFill> fills = new ArrayList<>();
    final List<String> foul = new ArrayList<>(); // fills that must not have been
    final Exchange feed; // the public one
    final Exchange account;
    final Simulation simulation;
    final SimulatedEngine engine;

    PaperRig(long seed) {
        this(seed, new PaperTap(TrafficTap.NONE));
    }

    PaperRig(long seed, PaperTap tap) {
        RunConfig run = load(Map.of("loop.topology", "one-thread"));
        feed = new Exchange(VenueConfig.DEFAULTS.withSeed(seed), VenueListener.NONE, START_MS, 0);
        List<MirrorListing> listings = List.of(MirrorListing.of(SYMBOL, new BigDecimal("86710")));
        account =
                Exchange.mirrored(
                        PaperVenue.config(run.venue(), run.paper()),
                        PaperVenue.plan(listings, run.paper()),
                        this,
                        START_MS,
                        0);
        simulation =
                new Simulation(
                        account,
                        START_MS,
                        LatencyModel.exponential(MS, MS / 2, seed),
                        LatencyModel.exponential(MS, MS / 2, seed + 1));
        simulation.hear(feed);
        simulation.record(tap);
        simulation.feed(new Texts(tap));
        EngineConfig config = run.engine();
        engine = simulation.engine(config.path(), config.credentials(), trader);
    }

    static RunConfig load(Map<String, Object> settings) {
        Overrides overrides = new Overrides().set("--paper", "paper.enabled", true);
        settings.forEach((key, value) -> overrides.set("test", key, value));
        return new ConfigLoader(Map.of(), HOME, HOME).load(null, overrides);
    }

    /** What the tap has, at once. */
    private final class Texts implements InputSchedule {
        private final PaperTap tap;

        private Texts(PaperTap tap) {
            this.tap = tap;
        }

        @Override
        public long nextDueNs() {
            return tap.hasTexts() ? simulation.clock().nanoTime() : NEVER;
        }

        @Override
        public void step() {
            tap.drain(account.mirror());
        }
    }

    @Override
    public void onNews(Subject subject, Supplier<String> text) {}

    @Override
    public void onFill(VenueFill fill) {
        fills.add(fill);
        if (isHalted()) {
            foul.add(fill + " at " + simulation.clock().time());
        }
    }

    VenueControls controls() {
        return feed.controls(Runnable::run);
    }

    boolean isHalted() {
        return account.mirror().isHalted(SYMBOL);
    }

    boolean isLive() {
        return engine.path().session().state() == SessionState.LIVE;
    }

    /** True when the engine's own book of the pair is healthy. */
    boolean isHealthy() {
        return trader.isHealthy();
    }

    PaperRig begin() {
        await(() -> isLive() && !isHalted() && isHealthy() && trader.isReady(), 60, "live");
        return this;
    }

    void await(BooleanSupplier reached, int seconds, String what) {
        assertTrue(
                simulation.runUntil(reached, seconds * SECOND),
                () -> "never " + what + "; " + trader.told + engine.outcomes());
    }

    void run(int seconds) {
        simulation.runFor(seconds * SECOND);
    }

    /** The price between best bid and ask at the account's venue. */
    double mid() {
        return account.mirror().mid(SYMBOL).doubleValue();
    }

    /** Nothing has reached the public exchange but what anybody may ask, and the account's books are sound. */
    void assertClean() {
        assertEquals(List.of(), foul);
        List<String> findings = new ArrayList<>(account.findings());
        findings.remove(SYMBOL + ": the book is crossed"); // the feed told it so
        assertEquals(List.of(), findings);
        assertEquals(0, feed.traffic().ordersReceived());
        feed.traffic().recent().forEach(text -> assertFalse(text.contains("auth"), text));
    }
}
