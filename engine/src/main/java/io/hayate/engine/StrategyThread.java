package io.hayate.engine;

import io.hayate.event.EventRing;
import io.hayate.model.IdleMode;
import io.hayate.transport.IdleTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.NanoClock;

/** The strategy's own thread in the split topology: takes from the ring, idles as the settings say. */
final class StrategyThread implements AutoCloseable {
    private static final long SLEEP_MAX_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long JOIN_MS = 5_000;

    private final Agent duty;
    private final EventRing ring;
    private final IdleMode idle;
    private final Thread thread = new Thread(this::run, "strategy");
    private IdleTask idleTask = IdleTask.NONE;
    private NanoClock idleClock = () -> 0;
    private BooleanSupplier mayBegin;
    private volatile boolean stopping;

    StrategyThread(Agent duty, EventRing ring, IdleMode idle) {
        this.duty = duty;
        this.ring = ring;
        this.idle = idle;
        thread.setDaemon(true); // a strategy that never returns must not hold up the end
    }

    Thread thread() {
        return thread;
    }

    /** What a turn without work does, where the thread does not sleep then; before the start. */
    void onIdle(IdleTask task, NanoClock clock) {
        idleTask = task;
        idleClock = clock;
    }

    /** The thread asks first whether it may begin, and ends when it may not. */
    void start(BooleanSupplier whetherToBegin) {
        mayBegin = whetherToBegin;
        thread.start();
    }

    private void run() {
        try {
            if (mayBegin.getAsBoolean()) {
                takeTurns();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the strategy's duty lets nothing out", e);
        }
    }

    private void takeTurns() throws Exception {
        while (!stopping) {
            if (duty.doWork() == 0) {
                rest();
            }
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // yielding is what the setting asks for
    private void rest() {
        if (idle != IdleMode.BLOCKING) {
            idleTask.onIdle(idleClock.nanoTime());
        }
        switch (idle) {
            case BLOCKING -> ring.await(SLEEP_MAX_NS);
            case YIELDING -> Thread.yield();
            case BUSY_SPIN -> Thread.onSpinWait();
        }
    }

    /** Ends the thread after the turn that it is in; waits for that, a few seconds at most. */
    @Override
    public void close() {
        stopping = true;
        ring.wake();
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
