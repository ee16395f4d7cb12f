package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.Recordings;
import io.hayate.venue.server.SimulatedVenue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String HAYATE = HOME.resolve("scripts").resolve("hayate").toString();

    @TempDir private Path folder;

    private Shell shell;

    @BeforeEach
    void setUp() {
        shell = new Shell(folder, Map.of("HAYATE_JAVA_HOME", System.getProperty("java.home")));
    }

    private String config(String... settings) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("include required(file(\"" + HOME.resolve("config/hayate.conf") + "\"))");
        lines.add("loop.warm-up = 0s");
        lines.addAll(List.of(settings));
        return Files.write(folder.resolve("test.conf"), lines).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldReplayARunWithOrdersWithoutADifference(String topology) throws Exception {
        Path recording = folder.resolve("recording");
        Shell.Result run =
                shell.run(
                        HAYATE,
                        "--config",
                        config("loop.topology = " + topology),
                        "--record",
                        recording.toString(),
                        "--strategy",
                        "sma-cross",
                        "--param",
                        "fast=1",
                        "--param",
                        "slow=2",
                        "--duration",
                        "8s");
        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertTrue(run.out().contains("\nrecording        " + recording), run.out());

        Shell.Result replay = shell.run(HAYATE, "replay", recording.toString());

        assertEquals(0, replay.exitCode(), replay.out() + replay.err());
        assertTrue(replay.out().contains("difference        none"), replay.out());
        assertFalse(replay.out().contains(" 0 orders"), replay.out());
        checkSecrets(recording);
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
                shell.run(
                        HAYATE,
                        "record",
                        recording.toString(),
                        "--config",
                        config(),
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

        Shell.Result replay = shell.run(HAYATE, "replay", frames.toString());

        assertEquals(2, replay.exitCode());
        assertTrue(replay.err().contains("must have the subscribed frames"), replay.err());
    }

    @Test
    void shouldRefuseAFolderThatCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Shell.Result run = shell.run(HAYATE, "--record", file + "/in", "--duration", "1s");

        assertEquals(2, run.exitCode(), run.out() + run.err());
        assertTrue(run.err().contains("--record"), run.err());
    }
}
