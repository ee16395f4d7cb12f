package io.hayate.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Lets what a benchmark measures come at even times. Warm-ups are faster: at 20,000 a second a JVM takes
 * some seconds to compile it, and the first samples would be those of the interpreter.
 */
final class Pace {
    private static final long WARM_NS = 5_000;

    private long pauseNs;
    private long dueNs;

    /** An iteration begins. */
    void begin(IterationParams iteration, int pauseUs) {
        boolean isWarmUp = iteration.getType() == IterationType.WARMUP;
        pauseNs = isWarmUp ? WARM_NS : TimeUnit.MICROSECONDS.toNanos(pauseUs);
        dueNs = System.nanoTime();
    }

    /** Waits, spinning, until the next is due; when that was, in ns of {@link System#nanoTime}. */
    long await() {
        dueNs += pauseNs;
        long nowNs = System.nanoTime();
        while (nowNs - dueNs < 0) {
            Thread.onSpinWait();
            nowNs = System.nanoTime();
        }
        dueNs = Math.max(dueNs, nowNs - pauseNs);
        return dueNs;
    }
}
