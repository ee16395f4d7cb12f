package io.hayate.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.DecoderConfig;
import io.hayate.codec.DecoderKind;
import io.hayate.engine.DeadManMode;
import io.hayate.engine.EngineConfig;
import io.hayate.engine.EngineRig;
import io.hayate.engine.LoopConfig;
import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.StopConfig;
import io.hayate.engine.ToldLines;
import io.hayate.engine.Topology;
import io.hayate.engine.TradingPath;
import io.hayate.engine.VenueRig;
import io.hayate.event.Commands;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.intake.MarketConfig;
import io.hayate.journal.file.JournalConfig;
import io.hayate.market.HistoryConfig;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counters;
import io.hayate.model.ChannelSpec;
import io.hayate.model.IdleMode;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannels;
import io.hayate.model.SessionState;
import io.hayate.order.AbsentOrders;
import io.hayate.order.Order;
import io.hayate.order.Positions;
import io.hayate.risk.QuoteLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.KillScope;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.exchange.VenueControls;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A simulation with engines that note what they are told. What a {@link VenueRig} offers is of the engine
 * that was made last.
 */
public final class SimulationRig implements VenueRig {
    static final Credentials DEMO = new Credentials("demo-key", "demo-secret");
    private static final QuoteLimits WIDE = new QuoteLimits(2_000, 30_000, 0.5);
    static final long START_MS = 1_700_000_000_000L;
    static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static final long AWAIT_NS = 120 * SECOND;
    private static final long MOVE_NS = 10 * MS; // time for what was told to come, and be answered
    private static final int ORDERS_KEPT = 2_048; // an engine is made the faster
    private static final int MOVES_MAX = 3_000;
    private static final URI NO_VENUE = URI.create("ws://127.0.0.1:1/ws/2");
    private static final Path NO_STATE = Path.of("none");

    final Simulation simulation;
    private final ToldLines told = new ToldLines();
    private SimulatedEngine engine;

    SimulationRig(VenueConfig venue, long seed) {
        simulation =
                new Simulation(
                        venue.withSeed(seed),
                        START_MS,
                        LatencyModel.exponential(MS, MS / 2, seed),
                        LatencyModel.exponential(MS, MS / 2, seed + 1));
        simulation.keepOrders(ORDERS_KEPT);
    }

    /** A simulation of one engine; settings override the defaults, but for the loop: it is one. */
    public static SimulationRig start(
            VenueConfig venue, long seed, Map<String, Object> settings, Strategy strategy) {
        EngineConfig config = oneThread(settings);
        SimulationRig rig = new SimulationRig(venue, seed);
        rig.engine = rig.simulation.engine(config.path(), config.credentials(), strategy);
        return rig;
    }

    /** An engine with an account that hears these channels. */
    SimulatedEngine engine(Strategy strategy, ChannelSpec... channels) {
        engine = simulation.engine(config(channels), DEMO, strategy);
        return engine;
    }

    /** As {@link #engine(Strategy, ChannelSpec...)}, which arms the dead-man switch so. */
    SimulatedEngine engine(DeadManMode deadMan, Strategy strategy, ChannelSpec... channels) {
        engine = simulation.engine(config(AbsentOrders.HOLD, deadMan, channels), DEMO, strategy);
        return engine;
    }

    /** Ends that engine at once, and starts another with what its process left on the disk. */
    SimulatedEngine restart(Map<String, Object> settings, Strategy strategy) {
        EngineConfig config = oneThread(settings);
        simulation.kill(engine);
        engine = simulation.restart(engine, config.path(), config.credentials(), strategy);
        return engine;
    }

    /** The same with these settings. */
    SimulatedEngine restart(DeadManMode deadMan, Strategy strategy, ChannelSpec... channels) {
        PathConfig config = config(AbsentOrders.HOLD, deadMan, channels);
        simulation.kill(engine);
        engine = simulation.restart(engine, config, DEMO, strategy);
        return engine;
    }

    private static EngineConfig oneThread(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("loop.topology", "one-thread");
        return EngineRig.config(NO_VENUE, NO_STATE, all);
    }

    /** The path of that engine. */
    public TradingPath path() {
        return engine.path();
    }

    /** That engine. */
    SimulatedEngine engine() {
        return engine;
    }

    /** How that engine ended, in words; empty while it goes on. */
    public List<String> outcomes() {
        return engine.outcomes();
    }

    @Override
    public VenueControls controls() {
        return simulation.controls();
    }

    @Override
    public VenueTotals totals() {
        return simulation.totals();
    }

    @Override
    public long connections() {
        return simulation.connections();
    }

    @Override
    public void refuseConnections(int attempts) {
        engine.faults().forEach(faults -> faults.refuse(attempts));
    }

    @Override
    public long nowNs() {
        return simulation.clock().nanoTime();
    }

    @Override
    public MarketChannels channels() {
        return path().channels();
    }

    @Override
    public ChannelStatistics statistics() {
        return path().statistics();
    }

    @Override
    public Counters counters() {
        return path().counters();
    }

    @Override
    public Commands commands() {
        return path().commands();
    }

    @Override
    public Positions positions() {
        return path().positions();
    }

    @Override
    public int openOrders() {
        return path().orders().openOrders();
    }

    @Override
    public boolean isLive() {
        return isLive(engine);
    }

    @Override
    public List<String> told() {
        return told.lines();
    }

    @Override
    public void await(BooleanSupplier reached, Supplier<String> what) {
        assertTrue(runUntil(reached, AWAIT_NS), () -> "never: " + what.get() + "; told " + told());
    }

    private boolean runUntil(BooleanSupplier reached, long mostNs) {
        return simulation.runUntil(
                () -> {
                    told.read(path().notices(), path().incidents());
                    return reached.getAsBoolean();
                },
                mostNs);
    }

    @Override
    public void awaitMoving(Runnable move, BooleanSupplier reached, Supplier<String> what) {
        for (int i = 0; i < MOVES_MAX && !reached.getAsBoolean(); i++) {
            move.run();
            runUntil(reached, MOVE_NS);
        }
        await(reached, what);
    }

    @Override
    public void close() {} // nothing of it is outside of this thread

    static PathConfig config(ChannelSpec... channels) {
        return config(AbsentOrders.HOLD, channels);
    }

    static PathConfig config(AbsentOrders absent, ChannelSpec... channels) {
        return config(absent, true, channels);
    }

    static PathConfig config(AbsentOrders absent, boolean deadManSwitch, ChannelSpec... channels) {
        return config(absent, deadManSwitch ? DeadManMode.TRUE : DeadManMode.FALSE, channels);
    }

    static PathConfig config(AbsentOrders absent, DeadManMode deadMan, ChannelSpec... channels) {
        return new PathConfig(
                List.of(channels),
                SessionConfig.DEFAULTS.withOneConnection(150),
                MarketConfig.DEFAULTS,
                HistoryConfig.DEFAULTS,
                new DecoderConfig(DecoderKind.SCANNER, 1 << 20),
                new LoopConfig(Topology.ONE_THREAD, IdleMode.YIELDING, 8_192, 10, 1),
                new OrderConfig(
                        RiskLimits.DEFAULTS.withoutLimits(),
                        WIDE,
                        new StopConfig(CancelOnStop.NONE, deadMan, KillScope.OWN),
                        OrderConfig.ANSWER_TIMEOUT_MS,
                        JournalConfig.DEFAULTS,
                        absent,
                        false),
                StrategyConfig.DEFAULTS);
    }

    static boolean isLive(SimulatedEngine engine) {
        return engine.path().session().state() == SessionState.LIVE;
    }

    void comeLive(SimulatedEngine engine) {
        if (!simulation.runUntil(() -> isLive(engine), 20 * SECOND)) {
            throw new AssertionError("never live: " + engine.outcomes());
        }
    }

    /** Buys and sells in turn at every so many tickers, and notes all that it is told. */
    static final class Trader implements Strategy {
        final List<String> told = new ArrayList<>();
        private final int every;
        private StrategyContext context;
        private long tickers;

        Trader(int every) {
            this.every = every;
        }

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            told.add(instrument.displayName() + " " + ticker.bidPrice() + " " + ticker.askPrice());
            tickers++;
            if (tickers % every == 0) {
                boolean buys = tickers / every % 2 == 1;
                told.add(
                        buys
                                ? "buy " + context.buy(instrument, 0.01)
                                : "sell " + context.sell(instrument, 0.01));
            }
        }

        @Override
        public void onExecutionReport(ExecutionReport report, Order order) {
            told.add(
                    context.timeMs()
                            + " "
                            + report.kind()
                            + " "
                            + report.clientOrderId()
                            + " "
                            + report.fillAmount()
                            + " at "
                            + report.fillPrice());
        }
    }
}
