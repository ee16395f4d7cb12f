package io.hayate.benchmarks;

import io.hayate.metrics.LatencyHistogram;
import io.hayate.metrics.LatencyStamps;
import io.hayate.metrics.TickToTrade;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Cost of measuring itself: what stamps and histograms add to a ticker and to an order. */
public class StampBenchmark extends BenchmarkDefaults {
    private static final int TIMES_MASK = 0xfff;
    private static final long NS_A_STEP = 37;

    /** Setting {@code latency.stamps}. */
    @Param({"ALL", "ORDERS", "OFF"})
    LatencyStamps stamps;

    private final LatencyHistogram histogram = new LatencyHistogram();
    private final TickToTrade times = new TickToTrade();
    private int step;

    /** Before any is taken. */
    @Setup
    public void choose() {
        times.stamps(stamps);
    }

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
        long decodedNs = stamps.areOfRows() ? System.nanoTime() : 0;
        times.onReceived(receivedNs, receivedNs);
        if (stamps.areOfRows()) {
            times.onHandled(decodedNs, System.nanoTime());
        }
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
