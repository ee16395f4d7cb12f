package io.hayate.benchmarks;

import io.hayate.event.TrafficTap;
import io.hayate.recording.EntryWriter;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.capture.Recorder;
import java.io.IOException;
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

/**
 * What a recorder costs a trading thread a frame while the recorder's thread compresses
 * and writes them: each sample is one frame, with the two readings of the clock around it. {@code none} is
 * the same where nothing is recorded.
 */
@BenchmarkMode(Mode.SampleTime)
public class CaptureBenchmark extends BenchmarkDefaults {
    private static final int BUFFER_BYTES = 8 << 20;
    private static final String TEXT =
            "[17470,[86757,5.24530011,86758,4.32611209,-1203,-0.01367746,86757,1423.98771022,"
                    + "88120,86011],12345,1700000000123]";

    @Param({"recorded", "none"})
    String tap;

    /** Time from one frame to the next, in microseconds. */
    @Param({"10", "50"})
    int pauseUs;

    private final UnsafeBuffer text = new UnsafeBuffer(TEXT.getBytes(StandardCharsets.US_ASCII));
    private Path folder;
    private AgentRunner runner;
    private TrafficTap heard;
    private long dueNs;
    private long pauseNs;

    /** Begins a recording of its own. */
    @Setup
    public void begin() throws IOException {
        pauseNs = TimeUnit.MICROSECONDS.toNanos(pauseUs);
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
                        new SystemEpochMicroClock());
        recorder.begin();
        heard = tap.equals("recorded") ? recorder.tap() : TrafficTap.NONE;
        runner = new AgentRunner(new SleepingMillisIdleStrategy(1), error -> {}, null, recorder);
        AgentRunner.startOnThread(runner);
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
        heard.onTextIn(1, text, 0, text.capacity(), dueNs, dueNs);
        return dueNs;
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
