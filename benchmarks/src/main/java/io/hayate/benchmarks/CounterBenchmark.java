package io.hayate.benchmarks;

import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.metrics.CountersLayout;
import io.hayate.metrics.CountersMemory;
import io.hayate.metrics.Meters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a trading thread pays to count: one counter, and the figures of a channel that a frame changes. On the
 * heap, in a file in memory as a run has it, and in a mapped file on a disk, which a run never has.
 */
public class CounterBenchmark extends BenchmarkDefaults {
    private static final int CHANNELS = 64;

    /** Where counters lie. */
    @Param({"heap", "/dev/shm", "/var/tmp"})
    public String where;

    private Counters counters;
    private ChannelStatistics statistics;
    private Path file; // null on the heap
    private int channel;
    private long now;

    /** Makes the counters. */
    @Setup
    public void make() throws IOException {
        Meters meters =
                where.equals("heap") ? Meters.onHeap(CHANNELS) : Meters.in(mapped(Path.of(where)));
        counters = meters.counters();
        statistics = meters.statistics();
    }

    private CountersMemory mapped(Path folder) throws IOException {
        CountersLayout layout = CountersLayout.of(CHANNELS);
        file = Files.createTempFile(folder, "counters", ".tmp");
        try (FileChannel bytes =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            bytes.write(ByteBuffer.allocate(layout.bytes()));
            return new CountersMemory(
                    layout,
                    new UnsafeBuffer(bytes.map(FileChannel.MapMode.READ_WRITE, 0, layout.bytes())));
        }
    }

    /** Takes the file away. */
    @TearDown
    public void remove() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /** One counter. */
    @Benchmark
    public void increment() {
        counters.increment(Counter.FRAMES);
    }

    /** Five figures, of another channel each time. */
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
