package io.hayate.benchmarks;

import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import org.openjdk.jmh.annotations.Benchmark;

/** What a trading thread pays to count: one counter, and the figures of a channel that a frame changes. */
public class CounterBenchmark extends BenchmarkDefaults {
    private static final int CHANNELS = 64;

    private final Counters counters = new Counters();
    private final ChannelStatistics statistics = new ChannelStatistics(CHANNELS);
    private int channel;
    private long now;

    @Benchmark
    public void increment() {
        counters.increment(Counter.FRAMES);
    }

    @Benchmark
    public void frameOfChannel() {
        channel = (channel + 1) & (CHANNELS - 1);
        now++;
        statistics.increment(channel, Figure.FRAMES);
        statistics.set(channel, Figure.LAST_DATA_NS, now);
        statistics.set(channel, Figure.LAST_SEQUENCE, now);
        statistics.set(channel, Figure.LAST_AGE_MS, now);
        statistics.set(channel, Figure.HEARD_NS, now);
    }
}
