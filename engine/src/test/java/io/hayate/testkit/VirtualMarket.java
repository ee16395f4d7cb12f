package io.hayate.testkit;

import io.hayate.engine.EngineConfig;
import io.hayate.engine.TradingPath;
import io.hayate.model.Instrument;
import io.hayate.model.SessionState;
import io.hayate.order.Order;
import io.hayate.risk.RiskVerdict;
import io.hayate.simulation.LatencyModel;
import io.hayate.simulation.LinkFaults;
import io.hayate.simulation.SimulatedEngine;
import io.hayate.simulation.Simulation;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyParameters;
import io.hayate.venue.exchange.VenueControls;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A strategy on the real engine, against the venue, on the test's own thread, under a clock that the test
 * moves: an hour takes as long as its messages do. The same seeds give the same run, message by message.
 *
 * <pre>
 * market.start(new MyStrategy(), "buy-below", "90000");
 * market.fault("lost-ack times=1");
 * market.advance(Duration.ofMinutes(1));
 *
 * MarketAssertions.ordersAtVenueAtMostIntents(market);
 * </pre>
 *
 * <p>One thread. It needs no JUnit.
 */
public final class VirtualMarket {
    private static final long START_MS = 1_764_000_000_000L;
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long STEP_NS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration LIVE_MOST = Duration.ofMinutes(2);

    private final Simulation simulation;
    private final EngineConfig config;
    private final DrawnFaults drawn;
    private final WireCounts wire = new WireCounts();
    private final VenueTruth venue;
    private final String description;
    private SimulatedEngine engine; // null before the start

    private VirtualMarket(MarketConfiguration wanted) {
        description = wanted.toString();
        config = wanted.engine();
        long seed = wanted.seed();
        simulation =
                new Simulation(
                        wanted.venue(),
                        START_MS,
                        LatencyModel.exponential(MS, MS / 2, seed),
                        LatencyModel.exponential(MS, MS / 2, seed + 1));
        simulation.listen(wire::onText);
        drawn = new DrawnFaults(wanted.faultSeed());
        venue = new VenueTruth(simulation.exchange());
    }

    /** A market without an engine. */
    public static VirtualMarket of(MarketConfiguration wanted) {
        return new VirtualMarket(wanted);
    }

    /**
     * Starts the strategy, which comes live as time passes.
     *
     * @param parameters its own, a name and a value each
     */
    public VirtualMarket start(Strategy strategy, String... parameters) {
        if (engine != null) {
            throw new IllegalStateException("a market has one strategy");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        String name = strategy.getClass().getSimpleName();
        StrategyParameters given = new StrategyParameters(name, values);
        strategy.configure(given);
        given.checkAllAsked();
        engine = simulation.engine(config.path(), config.credentials(), strategy);
        return this;
    }

    /** Lets time pass until the session is live: at most two minutes, else the test has failed. */
    public VirtualMarket awaitLive() {
        if (!until(this::isLive, LIVE_MOST)) {
            throw new AssertionError("never live within " + LIVE_MOST + ": " + this);
        }
        return this;
    }

    /** Lets so much time pass: what is due meanwhile happens at its time. */
    public VirtualMarket advance(Duration time) {
        until(() -> false, time);
        return this;
    }

    /** Lets time pass until something holds, which is asked after each message; false when it never did. */
    public boolean until(BooleanSupplier reached, Duration most) {
        long endNs = simulation.clock().nanoTime() + most.toNanos();
        while (!reached.getAsBoolean()) {
            long leftNs = endNs - simulation.clock().nanoTime();
            if (leftNs <= 0) {
                return false;
            }
            if (!simulation.runUntil(reached, Math.min(leftNs, STEP_NS)) && engine != null) {
                drawn.draw(simulation, engine);
            }
        }
        return true;
    }

    /** Puts a fault of the venue on, such as {@code lost-ack times=1}; its number. */
    public int fault(String rule) {
        return simulation.controls().faults().add(rule);
    }

    /** Ends all faults of the venue, and draws no more. */
    public void clearFaults() {
        simulation.controls().faults().clear();
        drawn.end();
    }

    /** Cuts the engine's connections, as a network does. */
    public void cut() {
        links().forEach(link -> link.cutAfter(0));
    }

    /** Lets nothing through for so long, in either direction; nothing is lost. */
    public void silence(Duration time) {
        long untilNs = simulation.clock().nanoTime() + time.toNanos();
        links().forEach(link -> link.hold(untilNs));
    }

    /** Loses all that is sent from now on, and tells nobody, until there is another connection. */
    public void halfOpen() {
        links().forEach(link -> link.halfOpen(true, true));
    }

    /** The engine neither reads nor acts for so long, as in a callback that does not return. */
    public void stall(Duration time) {
        simulation.holdUp(engine(), time.toNanos());
    }

    private List<LinkFaults> links() {
        return engine().faults();
    }

    /** What moves the venue's markets, drops its connections and breaks it by hand. */
    public VenueControls controls() {
        return simulation.controls();
    }

    /** True while the session is live. */
    public boolean isLive() {
        return path().session().state() == SessionState.LIVE;
    }

    /** Orders as the engine knows them, the latest it keeps. */
    public List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        path().orders().forEach(orders::add);
        return orders;
    }

    /** How many orders of the engine are open, or of unknown outcome. */
    public int openOrders() {
        return path().orders().openOrders();
    }

    /** How many orders were put on the wire. */
    public int ordersSent() {
        return wire.numbers().size();
    }

    /** Bought less sold, as the engine has it. */
    public BigDecimal position(String symbol) {
        String name = Instrument.symbolOf(symbol);
        for (int id = 0; id < path().instruments().count(); id++) {
            if (path().instruments().get(id).symbol().equals(name)) {
                return BigDecimal.valueOf(path().positions().units(id), 8).stripTrailingZeros();
            }
        }
        return BigDecimal.ZERO;
    }

    /** How many orders were refused here for this reason. */
    public long refused(RiskVerdict verdict) {
        return path().orders().refusals().get(verdict);
    }

    /** How the engine ended, in words; empty while it goes on. */
    public List<String> outcomes() {
        return engine().outcomes();
    }

    /** What the venue knows of the account. */
    public VenueTruth venue() {
        return venue;
    }

    /** All that the engine asked for, and what it knew then. */
    public List<MarketIntent> intents() {
        return MarketIntent.of(engine().journal());
    }

    WireCounts wire() {
        return wire;
    }

    private TradingPath path() {
        return engine().path();
    }

    private SimulatedEngine engine() {
        if (engine == null) {
            throw new IllegalStateException("no strategy was started: start(strategy)");
        }
        return engine;
    }

    /** What a failed test needs to be run again. */
    @Override
    public String toString() {
        String time = Duration.ofNanos(simulation.clock().nanoTime()).toString();
        return description + ", after " + time + (engine == null ? "" : " " + engine.outcomes());
    }
}
