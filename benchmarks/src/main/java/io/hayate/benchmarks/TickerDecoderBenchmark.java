package io.hayate.benchmarks;

import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.model.Instruments;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Cost of reading a ticker frame into a slot: copy, head, ten numbers, sequence number, end. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 3, jvmArgsAppend = Jvm.EXPORTS)
public class TickerDecoderBenchmark {
    private static final int POOL = 1_024; // a power of two; fewer and the branches are learnt

    /** Digits of the numbers: eight decimals as the venue sends, or few as in its documents. */
    @Param({"long", "short"})
    String form;

    private final FrameDecoder decoder = new FrameDecoder(new Instruments(), 4_096);
    private final Event event = Event.allocate();
    private DirectBuffer[] frames;
    private int next;

    /** Makes the frames. */
    @Setup
    public void setUp() {
        frames = TickerFrames.make(POOL, form.equals("long"));
    }

    /** One frame from the pool. */
    @Benchmark
    public Event decode() throws IOException {
        DirectBuffer frame = frames[next++ & (POOL - 1)];
        decoder.begin(frame, 0, frame.capacity());
        decoder.decodeTicker(false, event.begin(0, next));
        decoder.end();
        return event.venueSequence(decoder.venueSequence());
    }
}
