package io.hayate.doctor;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How late a thread that sleeps for a ms at a time is woken.
 *
 * @param lateness of each time it slept
 */
record Sleeping(Sample lateness) {
    private static final long NAP_NS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Sleeps on this thread, by {@code nap}, which is told for how many ns. */
    static Sleeping measure(LongSupplier clock, LongConsumer nap, long spanNs) {
        long[] lateness = new long[(int) (spanNs / NAP_NS)];
        int count = 0;
        long startNs = clock.getAsLong();
        long beforeNs = startNs;
        while (beforeNs - startNs < spanNs && count < lateness.length) {
            nap.accept(NAP_NS);
            long nowNs = clock.getAsLong();
            lateness[count] = Math.max(0, nowNs - beforeNs - NAP_NS);
            count++;
            beforeNs = nowNs;
        }
        return new Sleeping(new Sample(lateness, count));
    }
}
