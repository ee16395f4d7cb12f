package io.hayate.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Lets what a benchmark measures come at even times. Warm-ups are faster: at 20,000 a second a JVM takes
 * some seconds to compile it, and the first samples would be those of the interpreter.
 */
final class EvenPace {
    private final int warmUs;
    private long pauseNs;
    private long dueNs;

    /** One whose times are so far apart in warm-ups. */
    EvenPace(int warmUs) {
        this.warmUs = warmUs;
    }

    /** An iteration begins, whose times are so far apart where it counts. */
    void begin(IterationParams iteration, int pauseUs) {
        boolean isWarmUp = iteration.getType() == IterationType.WARMUP;
        pauseNs = TimeUnit.MICROSECONDS.toNanos(isWarmUp ? warmUs : pauseUs);
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
