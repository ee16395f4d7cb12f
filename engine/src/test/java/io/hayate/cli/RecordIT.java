package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.Recordings;
import io.hayate.venue.server.SimulatedVenue;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scripts/hayate} records, as a process, and replays what it has recorded. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RecordIT {
    @TempDir private Path folder;

    private HayateScript hayate;

    @BeforeEach
    void setUp() {
        hayate = new HayateScript(folder, Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loop.topology = split",
                "loop.topology = one-thread",
                "loop.loops = 3, session.subscriptions-max = 2"
            })
    void shouldReplayARunWithOrdersWithoutADifference(String settings) throws Exception {
        Path recording = folder.resolve("recording");
        String config = hayate.config(settings);
        String[] more = {"--channel", "book BTCUSD", "--channel", "trades BTCUSD"};
        Shell.Result run = hayate.trade(recording, config, "8s", more);
        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertTrue(run.out().contains("\nrecording        " + recording), run.out());

        Shell.Result replay = hayate.run("replay", recording.toString());

        assertEquals(0, replay.exitCode(), replay.out() + replay.err());
        assertTrue(replay.out().contains("difference        none"), replay.out());
        assertFalse(replay.out().contains(" 0 orders"), replay.out());
        checkSecrets(recording);
    }

    /** Typed at the console: stopped, given parameters while it stands, started, given others as it runs. */
    @Test
    void shouldReplayWithoutADifferenceWhenStrategiesAreStartedAndSetByHand() throws Exception {
        Path recording = folder.resolve("recording");
        String config =
                hayate.config(
                        "loop.topology = one-thread",
                        "strategies = [",
                        "{ name = fast, strategy = sma-cross, parameters { fast = 1, slow = 2 } }",
                        "{ name = watch, strategy = printer } ]");
        Process run = hayate.start("--config", config, "--record", recording.toString());
        String out;
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8);
                Writer console = run.outputWriter(StandardCharsets.UTF_8)) {
            out = readTo(lines, "session LIVE");
            for (String words :
                    List.of("stop", "set slow=3", "start", "set slow=4", "set fast=2 slow=")) {
                console.append("strategy fast ").append(words).append('\n').flush();
                out += readTo(lines, "Bid: ");
                out += readTo(lines, "Bid: ");
            }
            console.append("quit\n").flush();
            out += readTo(lines, "recording  ");
            assertTrue(run.waitFor(60, TimeUnit.SECONDS), out);
        } finally {
            run.destroyForcibly().waitFor();
        }
        assertEquals(0, run.exitValue(), out);
        assertEquals(3, entries(recording, EntryKind.STRATEGY), out);

        Shell.Result replay = hayate.run("replay", recording.toString());

        assertEquals(0, replay.exitCode(), replay.out() + replay.err() + out);
        assertTrue(replay.out().contains("difference        none"), replay.out());
    }

    /** All up to a line that holds this. */
    private static String readTo(BufferedReader lines, String words) throws IOException {
        StringBuilder read = new StringBuilder();
        String line = "";
        while (line != null && !line.contains(words)) {
            line = lines.readLine();
            read.append(line).append('\n');
        }
        return read.toString();
    }

    private static int entries(Path recording, EntryKind kind) throws IOException {
        int count = 0;
        try (EntrySource source = Recordings.open(recording)) {
            while (source.next()) {
                count += source.entry().kind() == kind ? 1 : 0;
            }
        }
        return count;
    }

    private static void checkSecrets(Path recording) throws IOException {
        for (Path file : Recordings.files(recording)) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPInputStream text = new GZIPInputStream(Files.newInputStream(file))) {
                text.transferTo(bytes);
            }
            String all = bytes.toString(StandardCharsets.UTF_8);
            assertTrue(all.contains("\"authSig\":\"****"), "the request to authenticate");
            assertTrue(all.contains("\"k\":\"rest\""), "the answers of REST");
            assertFalse(all.contains("bfx-"), "a header of REST");
            assertFalse(all.contains(SimulatedVenue.DEMO_KEY));
            assertFalse(all.contains(SimulatedVenue.DEMO_SECRET));
        }
    }

    @Test
    void shouldRecordMarketDataAlone() throws Exception {
        Path recording = folder.resolve("data");
        Shell.Result run =
                hayate.run(
                        "record",
                        recording.toString(),
                        "--config",
                        hayate.config(),
                        "--channel",
                        "book BTCUSD",
                        "--no-console",
                        "--duration",
                        "3s");
        assertEquals(0, run.exitCode(), run.out() + run.err());

        int books = 0;
        try (EntrySource source = Recordings.open(recording)) {
            while (source.next()) {
                String text = source.entry().textString();
                assertFalse(text.contains("\"auth\""), text);
                books += text.contains("\"channel\":\"book\"") ? 1 : 0;
                assertFalse(source.entry().kind() == EntryKind.LOST);
            }
        }
        assertEquals(2, books); // asked for, and answered
    }

    @Test
    void shouldRefuseARecordingOfNoChannel() throws Exception {
        Path frames = Files.writeString(folder.resolve("frames.jsonl"), "[17470,\"hb\"]\n");

        Shell.Result replay = hayate.run("replay", frames.toString());

        assertEquals(2, replay.exitCode());
        assertTrue(replay.err().contains("must have the subscribed frames"), replay.err());
    }

    @Test
    void shouldRefuseAFolderThatCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Shell.Result run = hayate.run("--record", file + "/in", "--duration", "1s");

        assertEquals(2, run.exitCode(), run.out() + run.err());
        assertTrue(run.err().contains("--record"), run.err());
    }
}
