package io.hayate.state;

import io.hayate.metrics.Incidents;
import io.hayate.model.ConfigException;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.agrona.concurrent.EpochClock;

/**
 * Keeps nonces and client order ids set apart ahead of their use, on a thread of its own, as a disk may
 * be full, slow or gone. While it is, the engine goes on with the numbers that it has; the trouble is
 * told once, and so is its end.
 */
public final class NumberStock implements AutoCloseable {
    private static final long PERIOD_MS = 50; // who waits for a larger nonce waits no longer
    private static final long END_MS = 1_000;

    private final List<Source> sources;
    private final Incidents incidents;
    private final EpochClock clock;
    private ScheduledThreadPoolExecutor thread;
    private boolean told;

    /** Numbers of one kind. */
    private static final class Source {
        final LongPredicate refill;
        boolean fails;

        Source(LongPredicate refill) {
            this.refill = refill;
        }

        /** What is wrong, or null. */
        String trouble(long nowMs) {
            try {
                fails &= !refill.test(nowMs);
                return null;
            } catch (RuntimeException | Error e) {
                fails = true;
                return e instanceof ConfigException ? e.getMessage() : e.toString();
            }
        }
    }

    /**
     * A stock that stands still until {@link #start}.
     *
     * @param refills each is given the time in ms, sets numbers apart where some are missing, answers
     *     whether it did, and throws when it cannot
     */
    public NumberStock(List<LongPredicate> refills, Incidents incidents, EpochClock clock) {
        sources = refills.stream().map(Source::new).toList();
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Starts the thread. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread
    public void start() {
        thread = new ScheduledThreadPoolExecutor(1, NumberStock::newThread);
        thread.scheduleWithFixedDelay(this::tryRefill, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "numbers");
        thread.setDaemon(true);
        return thread;
    }

    /** A turn that throws would be the last. */
    private void tryRefill() {
        try {
            refill();
        } catch (OutOfMemoryError e) {
            // the next turn may find some
        }
    }

    /** Sets apart what is missing. One thread at a time. */
    public void refill() {
        long nowMs = clock.time();
        boolean fails = false;
        for (Source source : sources) {
            String trouble = source.trouble(nowMs);
            fails |= source.fails;
            if (trouble != null && !told) {
                told = true;
                incidents.tell("no numbers could be set apart, trying on: " + trouble);
            }
        }
        if (told && !fails) {
            told = false;
            incidents.tell("numbers for connections and orders can be set apart again");
        }
    }

    /** Ends the thread, and waits a second for the file that it may be writing. */
    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        thread.shutdown();
        try {
            thread.awaitTermination(END_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
