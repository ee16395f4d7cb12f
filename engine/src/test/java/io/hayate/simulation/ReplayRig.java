package io.hayate.simulation;

import io.hayate.engine.PathConfig;
import io.hayate.recording.EntrySource;
import io.hayate.recording.EntryWriter;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.Recordings;
import io.hayate.recording.capture.Recorder;
import io.hayate.replay.Replay;
import io.hayate.replay.ReplayTotals;
import io.hayate.replay.StrategyMaker;
import io.hayate.strategy.Strategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Records what simulated engines do, and replays it. */
final class ReplayRig {
    private static final int BUFFER_BYTES = 1 << 24;

    private ReplayRig() {}

    /** A recorder of one file in a folder, by the clock of a simulation. */
    static Recorder recorder(Path folder, VirtualClock clock) {
        EntryWriter writer =
                new EntryWriter(
                        folder,
                        new RecordingHead("test", "", "{}", false),
                        Long.MAX_VALUE,
                        clock::time,
                        reason -> {
                            throw new AssertionError(reason);
                        });
        return new Recorder(
                BUFFER_BYTES,
                List.of(SimulationRig.DEMO.apiKey(), SimulationRig.DEMO.apiSecret()),
                writer,
                clock::nanoTime,
                () -> SimulationRig.START_MS * 1_000 + clock.nanoTime() / 1_000,
                false);
    }

    static ReplayTotals replay(Path recording, PathConfig config, Strategy... strategies)
            throws IOException {
        StrategyMaker nobody =
                (place, parameters) -> {
                    throw new AssertionError("none was started");
                };
        return replay(recording, config, nobody, strategies);
    }

    /** As above, of a run that started others while it went on. */
    static ReplayTotals replay(
            Path recording, PathConfig config, StrategyMaker maker, Strategy... strategies)
            throws IOException {
        try (EntrySource source = Recordings.open(recording);
                EntrySource own = Recordings.open(recording)) {
            return new Replay(source, own, config, true, List.of(strategies), maker).run();
        }
    }

    /** The lines of a recording. */
    static List<String> lines(Path recording) throws IOException {
        Path file = Recordings.files(recording).get(0);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Puts others in the place of its lines; an empty one is left out. */
    static void rewrite(Path recording, UnaryOperator<String> changed) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : lines(recording)) {
            String other = changed.apply(line);
            text.append(other).append(other.isEmpty() ? "" : "\n");
        }
        Path file = Recordings.files(recording).get(0);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
