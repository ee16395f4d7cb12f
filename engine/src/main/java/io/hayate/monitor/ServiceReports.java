package io.hayate.monitor;

import io.hayate.engine.Engine;
import io.hayate.event.TradingHalt;
import io.hayate.machine.ServiceManager;
import io.hayate.model.Printable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.agrona.concurrent.NanoClock;

/**
 * Tells the service manager that started this process how the engine is: that it has started, what its session
 * is, that it ends; and, where the manager waits for it, that it lives: a few times in the manager's patience,
 * and only when all trading threads have turned since the last time. Main thread.
 */
public final class ServiceReports {
    private static final int BEATS = 4; // in the manager's patience: one that is late loses nothing
    private static final long STATUS_NS = TimeUnit.SECONDS.toNanos(1);

    private final ServiceManager manager;
    private final NanoClock clock;
    private final Consumer<String> sender;
    private BooleanSupplier haveTurned = () -> false;
    private Supplier<String> status = () -> "";
    private String told = "";
    private long beatNs;
    private long statusNs;

    /**
     * Reports that begin with {@link #onStarted}.
     *
     * @param sender takes a message; not called where no manager listens
     */
    public ServiceReports(ServiceManager manager, NanoClock clock, Consumer<String> sender) {
        this.manager = manager;
        this.clock = clock;
        this.sender = sender;
    }

    /** The engine's threads have started. */
    public void onStarted(Engine engine) {
        onStarted(engine.liveness()::haveTurned, () -> words(engine));
    }

    private static String words(Engine engine) {
        String session = "session " + engine.state();
        TradingHalt halt = engine.halt();
        return halt.isAsked()
                ? session + ", trading is halted: " + Printable.line(halt.reason())
                : session;
    }

    /**
     * The threads have started.
     *
     * @param haveTurned whether all of them have turned since it was true last
     * @param status the engine's state in a few words
     */
    void onStarted(BooleanSupplier haveTurned, Supplier<String> status) {
        this.haveTurned = haveTurned;
        this.status = status;
        beatNs = clock.nanoTime();
        statusNs = beatNs - STATUS_NS;
        send("READY=1");
        look();
    }

    /** Tells what is due; called a few times a second. */
    public void look() {
        long nowNs = clock.nanoTime();
        if (manager.watchdogNs() > 0
                && nowNs - beatNs >= manager.watchdogNs() / BEATS
                && haveTurned.getAsBoolean()) {
            beatNs = nowNs;
            send("WATCHDOG=1");
        }
        if (manager.listens() && nowNs - statusNs >= STATUS_NS) {
            statusNs = nowNs;
            tellStatus(status.get());
        }
    }

    private void tellStatus(String words) {
        if (!words.equals(told)) {
            told = words;
            send("STATUS=" + words);
        }
    }

    /** The engine is about to end, whoever asked for it. */
    public void onStopping() {
        send("STOPPING=1");
    }

    private void send(String message) {
        if (manager.listens()) {
            sender.accept(message);
        }
    }
}
