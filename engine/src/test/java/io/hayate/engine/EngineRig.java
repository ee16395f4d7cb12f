package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.TrafficTap;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Meters;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannels;
import io.hayate.model.SessionState;
import io.hayate.order.Order;
import io.hayate.order.Positions;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.plugin.StrategyLoader;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.exchange.VenueControls;
import io.hayate.venue.server.SimulatedVenue;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An engine against a venue, and a strategy that keeps what it is told. */
public final class EngineRig implements VenueRig {
    static final Map<String, String> DEMO_KEYS =
            Map.of(
                    "BFX_API_KEY", SimulatedVenue.DEMO_KEY,
                    "BFX_API_SECRET", SimulatedVenue.DEMO_SECRET);

    private static final List<String> LIMITS_OF_MONEY =
            List.of(
                    "trading.order-notional-max",
                    "trading.position-notional-max",
                    "trading.daily-loss-max");
    private static final int CONNECTIONS_MAX = 1_000; // however long a test has them refused
    private static final int SHOWN_MAX = 40; // of the lines told, in a failure
    private static final int UNAVAILABLE = 503;
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(120);

    public final Recorder strategy = new Recorder();
    private final ToldLines lines = new ToldLines();
    final List<String> told = lines.lines();
    public final EngineConfig config;
    public final Engine engine;
    private final SimulatedVenue venue; // null where it is not its own
    private boolean closed;

    /** An engine that connects to {@code url}; settings override the defaults. */
    public EngineRig(URI url, Path state, Map<String, Object> settings) {
        this(url, state, settings, null);
    }

    /** As above, with another strategy in the recorder's place. */
    public EngineRig(URI url, Path state, Map<String, Object> settings, Strategy other) {
        this(url, state, settings, other, DEMO_KEYS);
    }

    /** As above, with other keys, or none. */
    public EngineRig(
            URI url,
            Path state,
            Map<String, Object> settings,
            Strategy other,
            Map<String, String> keys) {
        this(null, url, config(url, state, settings, keys), other);
    }

    private EngineRig(SimulatedVenue venue, URI url, EngineConfig config, Strategy other) {
        this.venue = venue;
        this.config = config;
        engine = new Engine(config, url, other == null ? strategy : other);
        engine.start();
    }

    private EngineRig(
            SimulatedVenue venue, URI url, EngineConfig config, List<Strategy> strategies) {
        this.venue = venue;
        this.config = config;
        engine =
                new Engine(
                        config,
                        url,
                        strategies,
                        TrafficTap.NONE,
                        Meters.onHeap(MarketChannels.COUNT_MAX));
        engine.start();
    }

    /** An engine with the strategies that the settings name, and a venue of its own. */
    public static EngineRig withNamed(VenueConfig venue, Path state, Map<String, Object> settings) {
        SimulatedVenue started = SimulatedVenue.start(venue);
        EngineConfig config = config(started.url(), state, settings);
        List<Strategy> all = StrategyLoader.loadAll(config.strategy());
        return new EngineRig(started, started.url(), config, all);
    }

    /** An engine with several strategies, of these names, and a venue of its own. */
    public static EngineRig withStrategies(
            VenueConfig venue,
            Path state,
            Map<String, Object> settings,
            Map<String, Strategy> all) {
        SimulatedVenue started = SimulatedVenue.start(venue);
        Map<String, Object> more = new HashMap<>(settings);
        more.put(
                "strategies",
                all.keySet().stream()
                        .map(name -> Map.of("name", name, "strategy", "printer"))
                        .toList());
        EngineConfig config = config(started.url(), state, more);
        return new EngineRig(started, started.url(), config, List.copyOf(all.values()));
    }

    /** An engine and a venue of its own, which ends with it. */
    static EngineRig withVenue(
            VenueConfig venue, Path state, Map<String, Object> settings, Strategy strategy) {
        SimulatedVenue started = SimulatedVenue.start(venue);
        EngineConfig config = config(started.url(), state, settings);
        return new EngineRig(started, started.url(), config, strategy);
    }

    /** The same as if the venue were the one that Hayate brings: it tells what there is to trade. */
    static EngineRig withEmbeddedVenue(
            VenueConfig venue, Path state, Map<String, Object> settings, Strategy strategy) {
        SimulatedVenue started = SimulatedVenue.start(venue);
        EngineConfig config = config(null, state, settings, DEMO_KEYS);
        return new EngineRig(started, started.url(), config, strategy);
    }

    /** What an engine here is told. */
    public static EngineConfig config(URI url, Path state, Map<String, Object> settings) {
        return config(url, state, settings, DEMO_KEYS);
    }

    private static EngineConfig config(
            URI url, Path state, Map<String, Object> settings, Map<String, String> keys) {
        Overrides overrides = new Overrides().prompt(false);
        if (url != null) {
            overrides.set("test", "venue.url", url.toString());
        }
        overrides.set("test", "state.dir", state.toString());
        overrides.set("test", "trading.enabled", true);
        overrides.set("test", "session.reconnect-delay-min", "10ms");
        overrides.set("test", "session.reconnect-delay-max", "1s");
        overrides.set("test", "session.connections-max", CONNECTIONS_MAX);
        overrides.set("test", "session.public-connections-max", CONNECTIONS_MAX);
        overrides.set("test", "session.account-connection", "shared");
        overrides.set(
                "test", "trading.event-age-max", "1h"); // however long this machine stands still
        overrides.set("test", "trading.quote-age-max", "1h");
        overrides.set("test", "orders.ack-timeout", "1m");
        overrides.set("test", "trading.twin-window", "0s"); // many a test orders the same again
        if ("off".equals(settings.get("trading.orders-per-second-max"))) {
            LIMITS_OF_MONEY.forEach(key -> overrides.set("test", key, "off"));
            overrides.set("test", "trading.check-balance", false);
        }
        settings.forEach((key, value) -> overrides.set("test", key, value));
        return new ConfigLoader(keys, state, state).load(null, overrides).engine();
    }

    /** A venue of which the test moves the market: it stands still but for its controls. */
    public static VenueConfig stillVenue() {
        return VenueConfig.DEFAULTS.withTickersPerSecond(0).withHeartbeatMs(0);
    }

    @Override
    public VenueControls controls() {
        return venue.controls();
    }

    @Override
    public VenueTotals totals() {
        return venue.totals();
    }

    @Override
    public long connections() {
        return venue.connections();
    }

    @Override
    public void refuseConnections(int attempts) {
        venue.controls().refuseConnections(attempts, UNAVAILABLE);
    }

    private static List<String> latest(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - SHOWN_MAX), lines.size());
    }

    @Override
    public long nowNs() {
        return System.nanoTime();
    }

    @Override
    public MarketChannels channels() {
        return engine.channels();
    }

    @Override
    public ChannelStatistics statistics() {
        return engine.statistics();
    }

    @Override
    public Counters counters() {
        return engine.counters();
    }

    @Override
    public Commands commands() {
        return engine.commands();
    }

    @Override
    public Positions positions() {
        return engine.positions();
    }

    @Override
    public int openOrders() {
        return engine.openOrders();
    }

    @Override
    public boolean isLive() {
        return engine.isLive();
    }

    @Override
    public List<String> told() {
        return told;
    }

    @Override
    public void await(BooleanSupplier reached, Supplier<String> what) {
        awaitOnly(reached, what);
        if (!closed) {
            settle();
        }
    }

    /** Has the loop end its turn, the strategy take all from the ring, and the view all of that. */
    private void settle() {
        long due = lines.marks() + 1;
        Supplier<String> answer = () -> "an answer of the strategy's thread";
        awaitOnly(() -> commands().offer(CommandType.SHOW, Instrument.NONE, 0), answer);
        awaitOnly(() -> lines.marks() >= due, answer);
    }

    /**
     * Waits until something holds, and not for the other threads to come as far: where the strategy is
     * being held.
     */
    @SuppressWarnings("ThreadPriorityCheck") // others are to get on meanwhile
    void awaitOnly(BooleanSupplier reached, Supplier<String> what) {
        long endNs = System.nanoTime() + TIMEOUT_NS;
        while (!reached.getAsBoolean()) {
            assertTrue(
                    System.nanoTime() - endNs < 0,
                    () -> "never: " + what.get() + "; told " + latest(told));
            lines.read(engine.notices(), engine.incidents());
            Thread.yield();
        }
    }

    @Override
    public void awaitMoving(Runnable move, BooleanSupplier reached, Supplier<String> what) {
        await(
                () -> {
                    if (!reached.getAsBoolean()) {
                        move.run();
                    }
                    return reached.getAsBoolean();
                },
                what);
    }

    @Override
    public void close() {
        closed = true;
        engine.close();
        if (venue != null) {
            venue.close();
        }
    }

    /** Keeps what it is told; sends what the test asks for on the next ticker. */
    public static final class Recorder implements Strategy {
        public final List<String> tickers = new CopyOnWriteArrayList<>();
        public final List<ReportKind> reports = new CopyOnWriteArrayList<>();
        public final List<SessionState> states = new CopyOnWriteArrayList<>();
        public final List<Order> orders = new CopyOnWriteArrayList<>();
        public volatile StrategyContext context;
        public volatile double nextAmount;
        public volatile Consumer<Instrument> nextDeed; // done once, at a ticker
        public volatile double position;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            tickers.add(instrument.symbol());
            Consumer<Instrument> deed = nextDeed;
            if (deed != null) {
                nextDeed = null;
                deed.accept(instrument);
            }
            double amount = nextAmount;
            if (amount != 0) {
                nextAmount = 0;
                assertTrue(submit(instrument, amount), "refused");
            }
        }

        private boolean submit(Instrument instrument, double amount) {
            return amount > 0
                    ? context.buy(instrument, amount).isAccepted()
                    : context.sell(instrument, -amount).isAccepted();
        }

        @Override
        public void onExecutionReport(ExecutionReport report, Order order) {
            reports.add(report.kind());
            if (order != null) {
                orders.add(order);
                position = context.position(order.instrument());
            }
        }

        @Override
        public void onSessionStatus(SessionStatus status) {
            states.add(status.state());
        }
    }
}
