package io.hayate.benchmarks;

import io.hayate.event.EventRing;
import io.hayate.model.IdleMode;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A thread that does a turn again and again, idling in between as it is told. */
final class Echo {
    private static final long JOIN_MS = 5_000;
    private static final long SLEEP_MAX_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Thread thread;
    private volatile boolean stopping;

    private Echo(BooleanSupplier turn, Runnable rest) {
        thread = new Thread(() -> run(turn, rest), "echo");
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts it; a turn answers true when there was something to do. */
    static Echo start(BooleanSupplier turn, Runnable rest) {
        return new Echo(turn, rest);
    }

    private void run(BooleanSupplier turn, Runnable rest) {
        while (!stopping) {
            if (!turn.getAsBoolean()) {
                rest.run();
            }
        }
    }

    /** Idles once, as a trading thread that waits on a ring does. */
    @SuppressWarnings("ThreadPriorityCheck") // yielding is what is measured
    static void rest(IdleMode idle, EventRing ring) {
        switch (idle) {
            case BLOCKING -> ring.await(SLEEP_MAX_NS);
            case YIELDING -> Thread.yield();
            case BUSY_SPIN -> Thread.onSpinWait();
        }
    }

    /** Ends the thread after its turn and waits for that. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.join(JOIN_MS);
    }
}
