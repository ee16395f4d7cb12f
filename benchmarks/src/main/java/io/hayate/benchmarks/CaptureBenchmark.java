package io.hayate.benchmarks;

import io.hayate.event.ReadsOfPath;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.event.TrafficTap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;

/**
 * What a recorder costs a trading thread a frame while the recorder's thread compresses
 * and writes them: each sample is one frame, with the two readings of the clock around it. {@link #nobody}
 * is the same where nothing is recorded, {@link #floor} as many bytes copied into memory that was written
 * before, and nothing else.
 */
@BenchmarkMode(Mode.SampleTime)
public class CaptureBenchmark extends BenchmarkDefaults {
    private static final int HEAD_BYTES = 40; // of a frame in the buffer, its length included
    private static final int WARM_US = 5;
    private static final int READS = 12; // on the way of an order
    private static final String TEXT =
            "[17470,[86757,5.24530011,86758,4.32611209,-1203,-0.01367746,86757,1423.98771022,"
                    + "88120,86011],12345,1700000000123]";

    /** Time from one frame to the next, in microseconds. */
    @Param({"10", "50"})
    int pauseUs;

    private final UnsafeBuffer text = new UnsafeBuffer(TEXT.getBytes(StandardCharsets.US_ASCII));
    private final UnsafeBuffer plain =
            new UnsafeBuffer(ByteBuffer.allocateDirect(BenchRecorder.BUFFER_BYTES));
    private final EvenPace pace = new EvenPace(WARM_US);
    private BenchRecorder recorder;
    private TrafficTap tap;
    private SharedReads reads;
    private long dueNs;
    private int plainAt;

    /** Begins a recording of its own. */
    @Setup
    public void begin() throws IOException {
        plain.setMemory(0, plain.capacity(), (byte) 1);
        recorder = new BenchRecorder();
        tap = recorder.tap();
        reads = ReadsOfPath.toldTo(tap, () -> 0).ofStrategy();
    }

    /** Faster while nothing is measured yet. */
    @Setup(Level.Iteration)
    public void choosePace(IterationParams iteration) {
        pace.begin(iteration, pauseUs);
    }

    /** Waits until the next frame is due. */
    @Setup(Level.Invocation)
    public void pace() {
        dueNs = pace.await();
    }

    /** One frame. */
    @Benchmark
    public long hayate() {
        tap.onTextIn(1, text, 0, text.capacity(), dueNs, dueNs);
        return dueNs;
    }

    /** One frame of one of several loops, with the place of its event in the ring. */
    @Benchmark
    public long hayateOfSeveralLoops() {
        tap.onTextIn(1, text, 0, text.capacity(), dueNs, dueNs);
        tap.onPlaces(dueNs, 1, dueNs);
        return dueNs;
    }

    /** One frame, and what an order of the strategy reads of the loop, of which nothing is new. */
    @Benchmark
    public long hayateWithReads() {
        tap.onTextIn(1, text, 0, text.capacity(), dueNs, dueNs);
        long sum = 0;
        for (int i = 0; i < READS; i++) {
            sum += reads.read(SharedValue.ofCode(i), 0);
        }
        return sum;
    }

    /** One frame, and a read whose answer is another each time. */
    @Benchmark
    public long hayateWithAChangedRead() {
        tap.onTextIn(1, text, 0, text.capacity(), dueNs, dueNs);
        return reads.read(SharedValue.HEARD_NS, dueNs);
    }

    /** One frame of which nobody is told. */
    @Benchmark
    public long nobody() {
        TrafficTap.NONE.onTextIn(1, text, 0, text.capacity(), dueNs, dueNs);
        return dueNs;
    }

    /** As many bytes copied, and nothing else. */
    @Benchmark
    public int floor() {
        plain.setMemory(plainAt, HEAD_BYTES, (byte) 0);
        plain.putBytes(plainAt + HEAD_BYTES, text, 0, text.capacity());
        plainAt += HEAD_BYTES + text.capacity();
        plainAt = plainAt + HEAD_BYTES + text.capacity() > plain.capacity() ? 0 : plainAt;
        return plainAt;
    }

    /** Ends it and takes its files away. */
    @TearDown
    public void end() throws IOException {
        recorder.close();
    }
}
