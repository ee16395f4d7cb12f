package io.hayate.monitor;

import io.hayate.engine.Engine;
import io.hayate.machine.FileErrors;
import io.hayate.metrics.CountersLayout;
import io.hayate.metrics.ErrorNotes;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.metrics.Meters;
import io.hayate.metrics.file.CountersConfig;
import io.hayate.metrics.file.CountersImage;
import io.hayate.metrics.file.CountersStore;
import io.hayate.model.Clocks;
import io.hayate.model.MarketChannels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The counters of one run, for all who look: trading threads write theirs in place, thread {@code metrics}
 * the rest once a second.
 *
 * <p>Made before its engine, which takes {@link #meters}; closed once that is, when nothing writes any more.
 */
public final class EngineMonitor implements AutoCloseable {
    /** Key of the text that says that orders are of paper. */
    public static final String PAPER = "paper";

    private static final long PERIOD_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long JOIN_MS = 2_000;

    private final CountersStore store;
    private final Clocks clocks;
    private final Meters meters;
    private final Gauges gauges;
    private final ErrorNotes errors;
    private final Thread thread = new Thread(this::run, "metrics");
    private volatile boolean stopping;
    private EngineGauges engine; // null before there is one
    private MoneyGauges money;
    private ChannelReasons channels;
    private final Consumer<String> teller;

    private EngineMonitor(CountersStore store, Clocks clocks, Consumer<String> teller) {
        this.teller = teller;
        this.store = store;
        this.clocks = clocks;
        meters = Meters.in(store.memory());
        gauges = new Gauges(store.memory());
        errors = new ErrorNotes(store.memory(), clocks.epoch());
        thread.setDaemon(true); // a disk that does not answer must not hold up the end
    }

    /**
     * Makes the counters, in a file where the settings want one and it can be made.
     *
     * @param stateDir that is there
     * @param texts what readers are shown of the run: {@code hayate}, {@code java}, {@code venue} and others;
     *     {@link #PAPER} where orders are of paper
     * @param teller is told, on any thread, what goes wrong with files
     */
    public static EngineMonitor open(
            CountersConfig config,
            Path stateDir,
            Clocks clocks,
            Map<String, String> texts,
            Consumer<String> teller) {
        CountersLayout layout = CountersLayout.of(MarketChannels.COUNT_MAX);
        CountersStore store = CountersStore.open(config, stateDir, layout);
        EngineMonitor monitor = new EngineMonitor(store, clocks, teller);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("state", stateDir.toAbsolutePath().toString());
        all.putAll(texts);
        monitor.gauges.set(Gauge.PAPER, texts.containsKey(PAPER) ? 1 : 0);
        store.begin(clocks.epoch().time(), clocks.nano().nanoTime(), all);
        return monitor;
    }

    /** What the engine is to count in. */
    public Meters meters() {
        return meters;
    }

    /** Why the counters lie in no file in memory; empty where they do. */
    public String why() {
        return store.why();
    }

    /** Starts to write what this engine knows. */
    public void watch(Engine watched, RecorderFigures recorder) {
        engine = new EngineGauges(watched, recorder, gauges);
        money = new MoneyGauges(watched, gauges);
        channels = new ChannelReasons(watched, gauges);
        thread.start();
    }

    /** Takes an error into the log of distinct ones; any thread but the trading ones. */
    public void onError(String text) {
        errors.add(text);
    }

    /** All that can be read now, as another process would see it: for whoever shows it in this one. */
    public CountersImage image() throws IOException {
        return store.image();
    }

    private void run() {
        while (!stopping) {
            try {
                write();
            } catch (OutOfMemoryError | RuntimeException e) {
                tellFailure(e);
            }
            LockSupport.parkNanos(PERIOD_NS);
        }
    }

    private void tellFailure(Throwable cause) {
        try {
            onError("the metrics thread passed over a turn: " + cause);
        } catch (OutOfMemoryError e) {
            // another turn comes
        }
    }

    private void write() {
        store.memory().beginChange();
        try {
            gauges.set(Gauge.ERRORS_BEYOND, errors.beyond());
            if (engine != null) {
                engine.write();
                money.write();
                channels.write();
            }
        } finally {
            store.memory().endChange(clocks.epoch().time(), clocks.nano().nanoTime());
        }
        if (!store.copy()) {
            teller.accept("counters: " + store.file() + " cannot be written; others see old ones");
        }
    }

    /** Writes a last time and leaves the last state in the state folder; where no memory is left, it does not. */
    @Override
    public void close() {
        try {
            end();
        } catch (
                OutOfMemoryError
                        e) { // of a strategy that took it: the run ends as it would without
            // counters
            tellFailure(e);
        }
    }

    private void end() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MS);
            if (!thread.isAlive()) {
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (engine == null) {
                store.discard();
            } else {
                store.end();
            }
        } catch (IOException e) {
            teller.accept("counters: their last state is lost: " + FileErrors.reason(e));
        }
    }
}
