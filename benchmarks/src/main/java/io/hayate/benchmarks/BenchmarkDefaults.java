package io.hayate.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How every benchmark is run unless the command line says otherwise: average time, two JVMs, some
 * 14 s in all. JMH inherits the annotations of a class that is extended.
 *
 * <p>A method named {@code hayate} is what the others of its class are to be compared with.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(
        iterations = BenchmarkDefaults.WARM_UPS,
        time = BenchmarkDefaults.ITERATION_MS,
        timeUnit = TimeUnit.MILLISECONDS)
@Measurement(
        iterations = BenchmarkDefaults.ITERATIONS,
        time = BenchmarkDefaults.ITERATION_MS,
        timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = BenchmarkDefaults.JVMS,
        jvmArgsAppend = {ForkOptions.EXPORTS, ForkOptions.CUSTOM_THREADS, ForkOptions.THREADS})
public abstract class BenchmarkDefaults {
    /** JVMs, one after the other: a compiler may decide otherwise in each. */
    public static final int JVMS = 2;

    public static final int WARM_UPS = 4;
    public static final int ITERATIONS = 8;
    public static final int ITERATION_MS = 500;
}
