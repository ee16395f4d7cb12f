package io.hayate.benchmarks.suite;

import io.hayate.benchmarks.BenchmarkDefaults;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long each benchmark is run.
 *
 * @param jvms JVMs, one after the other
 */
record Extent(int jvms, int warmUps, int iterations, int iterationMs) {
    /** Enough to compare with. */
    static final Extent FULL =
            new Extent(
                    BenchmarkDefaults.JVMS,
                    BenchmarkDefaults.WARM_UPS,
                    BenchmarkDefaults.ITERATIONS,
                    BenchmarkDefaults.ITERATION_MS);

    /** A rough look. */
    static final Extent QUICK = new Extent(1, 2, 4, 250);

    private static final int JVM_START_MS = 1_000;

    void applyTo(ChainedOptionsBuilder options) {
        TimeValue time = TimeValue.milliseconds(iterationMs);
        options.forks(jvms)
                .warmupIterations(warmUps)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time);
    }

    /** Minutes that so many benchmarks take, rounded up. */
    int minutes(int benchmarks) {
        long ms = (long) jvms * (JVM_START_MS + (warmUps + iterations) * iterationMs);
        return (int) ((benchmarks * ms + 59_999) / 60_000);
    }
}
