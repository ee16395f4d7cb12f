package io.hayate.benchmarks;

import io.hayate.event.TrafficTap;
import io.hayate.recording.EntryWriter;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.capture.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemEpochMicroClock;
import org.agrona.concurrent.SystemNanoClock;

/** A recorder at work, as a run has it, into a folder that goes with it. */
final class BenchRecorder implements AutoCloseable {
    /** What may wait to be written. */
    static final int BUFFER_BYTES = 8 << 20;

    private final Path folder;
    private final AgentRunner runner;
    private final Recorder recorder;

    /** One that has begun. */
    BenchRecorder() throws IOException {
        folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "recording");
        RecordingHead head = new RecordingHead("benchmark", "", "{}", false);
        EntryWriter writer =
                new EntryWriter(
                        folder, head, Long.MAX_VALUE, SystemEpochClock.INSTANCE, reason -> {});
        recorder =
                new Recorder(
                        BUFFER_BYTES,
                        List.of("the-key", "the-secret"),
                        writer,
                        SystemNanoClock.INSTANCE,
                        new SystemEpochMicroClock(),
                        false);
        recorder.begin();
        runner = new AgentRunner(new SleepingMillisIdleStrategy(1), error -> {}, null, recorder);
        AgentRunner.startOnThread(runner);
    }

    TrafficTap tap() {
        return recorder.tap();
    }

    /** Ends it and takes its files away. */
    @Override
    public void close() throws IOException {
        runner.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
