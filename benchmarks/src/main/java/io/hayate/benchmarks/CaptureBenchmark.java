package io.hayate.benchmarks;

import io.hayate.event.TrafficTap;
import io.hayate.recording.EntryWriter;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.capture.Recorder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemEpochMicroClock;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * What a recorder costs a trading thread a frame while the recorder's thread compresses
 * and writes them: each sample is one frame, with the two readings of the clock around it. {@link #nobody}
 * is the same where nothing is recorded, {@link #floor} as many bytes copied into memory that was written
 * before, and nothing else.
 *
 * <p>Warm-ups are faster than what is measured: at 20,000 a second a JVM takes some seconds to compile
 * it, and its first frames would be those of the interpreter.
 */
@BenchmarkMode(Mode.SampleTime)
public class CaptureBenchmark extends BenchmarkDefaults {
    private static final int BUFFER_BYTES = 8 << 20;
    private static final int HEAD_BYTES = 40; // of a frame in the buffer, its length included
    private static final int WARM_PAUSE_NS = 5_000;
    private static final String TEXT =
            "[17470,[86757,5.24530011,86758,4.32611209,-1203,-0.01367746,86757,1423.98771022,"
                    + "88120,86011],12345,1700000000123]";

    /** Time from one frame to the next, in microseconds. */
    @Param({"10", "50"})
    int pauseUs;

    private final UnsafeBuffer text = new UnsafeBuffer(TEXT.getBytes(StandardCharsets.US_ASCII));
    private final UnsafeBuffer plain = new UnsafeBuffer(ByteBuffer.allocateDirect(BUFFER_BYTES));
    private Path folder;
    private AgentRunner runner;
    private TrafficTap tap;
    private int plainAt;
    private long dueNs;
    private long pauseNs;

    /** Begins a recording of its own. */
    @Setup
    public void begin() throws IOException {
        plain.setMemory(0, BUFFER_BYTES, (byte) 1);
        folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "recording");
        RecordingHead head = new RecordingHead("benchmark", "", "{}", false);
        EntryWriter writer =
                new EntryWriter(
                        folder, head, Long.MAX_VALUE, SystemEpochClock.INSTANCE, reason -> {});
        Recorder recorder =
                new Recorder(
                        BUFFER_BYTES,
                        List.of("the-key", "the-secret"),
                        writer,
                        SystemNanoClock.INSTANCE,
                        new SystemEpochMicroClock(),
                        false);
        recorder.begin();
        tap = recorder.tap();
        runner = new AgentRunner(new SleepingMillisIdleStrategy(1), error -> {}, null, recorder);
        AgentRunner.startOnThread(runner);
    }

    /** Faster while nothing is measured yet. */
    @Setup(Level.Iteration)
    public void choosePace(IterationParams iteration) {
        boolean isWarmUp = iteration.getType() == IterationType.WARMUP;
        pauseNs = isWarmUp ? WARM_PAUSE_NS : TimeUnit.MICROSECONDS.toNanos(pauseUs);
        dueNs = System.nanoTime();
    }

    /** Waits until the next frame is due. */
    @Setup(Level.Invocation)
    public void pace() {
        dueNs += pauseNs;
        long nowNs = System.nanoTime();
        while (nowNs - dueNs < 0) {
            Thread.onSpinWait();
            nowNs = System.nanoTime();
        }
        dueNs = Math.max(dueNs, nowNs - pauseNs);
    }

    /** One frame. */
    @Benchmark
    public long hayate() {
        tap.onTextIn(1, text, 0, text.capacity(), dueNs, dueNs);
        return dueNs;
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
        plainAt = plainAt + HEAD_BYTES + text.capacity() > BUFFER_BYTES ? 0 : plainAt;
        return plainAt;
    }

    /** Ends it and takes its files away. */
    @TearDown
    public void end() throws IOException {
        runner.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
