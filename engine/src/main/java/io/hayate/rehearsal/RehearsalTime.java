package io.hayate.rehearsal;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.NanoClock;

/**
 * The time that a rehearsal has. Main thread, which sleeps between two looks.
 *
 * @param startNs when it began
 * @param budgetNs how long it may take
 */
record RehearsalTime(NanoClock clock, long startNs, long budgetNs) {
    private static final long POLL_MS = 1;
    private static final int CLOSING_SHARE = 50; // one in so many parts of the time

    /** A time that begins now. */
    static RehearsalTime of(NanoClock clock, int budgetMs) {
        return new RehearsalTime(clock, clock.nanoTime(), TimeUnit.MILLISECONDS.toNanos(budgetMs));
    }

    /** When an act ends, from 0, of so many that have equal shares. */
    long endOf(int act, int acts) {
        return startNs + (budgetNs - budgetNs / CLOSING_SHARE) / acts * (act + 1);
    }

    long endNs() {
        return startNs + budgetNs;
    }

    /** Waits, but not beyond a time. */
    void await(BooleanSupplier reached, long untilNs) throws InterruptedException {
        while (!reached.getAsBoolean() && isBefore(untilNs)) {
            pause();
        }
    }

    boolean isBefore(long timeNs) {
        return nowNs() - timeNs < 0;
    }

    long nowNs() {
        return clock.nanoTime();
    }

    void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }
}
