package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.model.SessionState;
import io.hayate.order.Order;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;

/** An engine against a venue, and a strategy that keeps what it is told. */
public final class EngineRig implements AutoCloseable {
    static final Map<String, String> DEMO_KEYS =
            Map.of(
                    "BFX_API_KEY", SimulatedVenue.DEMO_KEY,
                    "BFX_API_SECRET", SimulatedVenue.DEMO_SECRET);

    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);

    public final Recorder strategy = new Recorder();
    final List<String> told = new CopyOnWriteArrayList<>();
    public final EngineConfig config;
    public final Engine engine;

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
        config = config(url, state, settings, keys);
        engine = new Engine(config, url, other == null ? strategy : other);
        engine.start();
    }

    /** What an engine here is told. */
    public static EngineConfig config(URI url, Path state, Map<String, Object> settings) {
        return config(url, state, settings, DEMO_KEYS);
    }

    private static EngineConfig config(
            URI url, Path state, Map<String, Object> settings, Map<String, String> keys) {
        Overrides overrides = new Overrides().prompt(false);
        overrides.set("test", "venue.url", url.toString());
        overrides.set("test", "state.dir", state.toString());
        overrides.set("test", "trading.enabled", true);
        overrides.set("test", "session.reconnect-delay-min", "10ms");
        overrides.set("test", "session.connections-max", 100);
        overrides.set("test", "session.account-connection", "shared");
        settings.forEach((key, value) -> overrides.set("test", key, value));
        return new ConfigLoader(keys, state, state).load(null, overrides).engine();
    }

    /** A venue of which the test moves the market: it stands still but for its controls. */
    public static VenueConfig stillVenue() {
        return VenueConfig.DEFAULTS.withTickersPerSecond(0).withHeartbeatMs(0);
    }

    public void awaitLive() {
        await(engine::isLive, "live");
    }

    /** Waits until this line, or one that holds it, was told to the view. */
    public void awaitTold(String words) {
        await(() -> told.stream().anyMatch(line -> line.contains(words)), words);
    }

    public long count(Counter counter) {
        return engine.counters().get(counter);
    }

    /** Waits until something holds; the view's queue is read meanwhile. */
    public void await(BooleanSupplier reached, String what) {
        await(reached, () -> what);
    }

    /** As above; what it was waited for is told when it never came. */
    @SuppressWarnings("ThreadPriorityCheck") // others are to get on meanwhile
    public void await(BooleanSupplier reached, Supplier<String> what) {
        long endNs = System.nanoTime() + TIMEOUT_NS;
        while (!reached.getAsBoolean() && System.nanoTime() - endNs < 0) {
            engine.notices().poll(new Listener(), 64);
            engine.incidents().drain(incident -> told.add(incident.what()));
            Thread.yield();
        }
        assertTrue(reached.getAsBoolean(), () -> "never: " + what.get() + "; told " + told);
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Puts what the view is given in words. */
    private final class Listener implements Notices.Reader {
        @Override
        public void onEvent(NoticeType type, Event event) {
            switch (event.type()) {
                case EXECUTION_REPORT -> told.add(words(new ExecutionReport().wrap(event)));
                case SESSION_STATUS -> told.add(words(new SessionStatus().wrap(event)));
                default -> {} // not asked for
            }
        }

        @Override
        public void onLog(String template, double[] numbers) {
            told.add(template);
        }

        @Override
        public void onFrame(
                NoticeType type, DirectBuffer text, int offset, int length, int frameLength) {
            told.add(type + " " + text.getStringWithoutLengthAscii(offset, length));
        }
    }

    static String words(ExecutionReport report) {
        return report.kind() + " " + report.text();
    }

    static String words(SessionStatus status) {
        return status.state() + " " + status.text();
    }

    /** Keeps what it is told; sends what the test asks for on the next ticker. */
    public static final class Recorder implements Strategy {
        public final List<String> tickers = new CopyOnWriteArrayList<>();
        public final List<ReportKind> reports = new CopyOnWriteArrayList<>();
        public final List<SessionState> states = new CopyOnWriteArrayList<>();
        public final List<Order> orders = new CopyOnWriteArrayList<>();
        public volatile StrategyContext context;
        public volatile double nextAmount;
        public volatile double position;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            tickers.add(instrument.symbol());
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
