package io.hayate.benchmarks;

import io.hayate.metrics.LatencyHistogram;
import io.hayate.metrics.TickToTrade;
import org.openjdk.jmh.annotations.Benchmark;

/** Cost of measuring itself: what stamps and histograms add to a ticker and to an order. */
public class StampBenchmark extends BenchmarkDefaults {
    private static final int TIMES_MASK = 0xfff;
    private static final long NS_A_STEP = 37;

    private final LatencyHistogram histogram = new LatencyHistogram();
    private final TickToTrade times = new TickToTrade();
    private int step;

    /** One stamp. */
    @Benchmark
    public long stamp() {
        return System.nanoTime();
    }

    /** One time put down, of a spread as a quiet run has it. */
    @Benchmark
    public void record() {
        step++;
        histogram.record((step & TIMES_MASK) * NS_A_STEP);
    }

    /** What a ticker's order waits for: the stamps between the read and the callback. */
    @Benchmark
    public void stampsBeforeTheCallback() {
        long receivedNs = System.nanoTime();
        stampTicker(receivedNs);
    }

    private void stampTicker(long receivedNs) {
        long decodedNs = System.nanoTime();
        times.onReceived(receivedNs, receivedNs);
        times.onHandled(decodedNs, System.nanoTime());
    }

    /** All that is measured of a ticker that leads to no order. */
    @Benchmark
    public void ticker() {
        stampTicker(System.nanoTime());
        times.onDone();
    }

    /** All that is measured of a ticker that leads to an order. */
    @Benchmark
    public void tickerAndOrder() {
        stampTicker(System.nanoTime());
        times.onWritten(System.nanoTime(), System.nanoTime());
        times.onDone();
    }
}
