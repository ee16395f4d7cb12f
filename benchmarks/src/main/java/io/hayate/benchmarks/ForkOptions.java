package io.hayate.benchmarks;

/** What a forked JVM needs: the manifest of the executable jar does not reach it. */
public final class ForkOptions {
    /** Agrona's buffers do not start without. */
    public static final String EXPORTS = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

    static final String CUSTOM_THREADS = "-Djmh.executor=CUSTOM";
    static final String THREADS = "-Djmh.executor.class=io.hayate.benchmarks.BenchmarkThreads";

    private ForkOptions() {}
}
