package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.cli.Shell;
import io.hayate.run.RecordedPlayer.Manner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A recorded session, as fast as the socket takes it, against the engine as a process. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RecordedRunIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final long PATIENCE_S = 120;

    @TempDir private Path folder;

    /** Books by level and by order, with checksums: each path that they take is met for the first time. */
    @Test
    void shouldAllocateLittleOnceAndNothingForEachFrame() throws Exception {
        Recording recording = RecordedSessions.withChecksums(1_500, true);
        Path summaryFile = folder.resolve("summary.json");
        try (RecordedPlayer player = RecordedPlayer.start(recording, Manner.WHEN_WARM)) {
            String output = run(player, summaryFile);
            assertTrue(output.contains("closed as asked"), output);
        }

        WrittenSummary summary = new WrittenSummary(summaryFile);
        assertEquals(recording.frames.size(), summary.total("frames"));
        // How much is made once, as constants of classes compiled late, hangs on the compiler's
        // time. The
        // least object takes 16 bytes: below a byte a frame nothing is made for each, nor each
        // tenth.
        assertTrue(summary.bytes() < recording.frames.size(), summary.toString());
    }

    /** Ends the engine once it has read all; answers what it wrote. */
    private String run(RecordedPlayer player, Path summaryFile) throws Exception {
        List<String> settings = new ArrayList<>();
        settings.add("include required(file(\"" + HOME.resolve("config/hayate.conf") + "\"))");
        settings.add("loop.warm-up = 10s"); // so that a standstill of the machine leaves some of it
        settings.add("session { ping-interval = 1s, subscriptions-max = 30 }");
        settings.add("subscriptions { tickers = [], channels = [");
        RecordedSessions.CHECKED.forEach(channel -> settings.add("\"" + channel + "\""));
        settings.add("] }");
        Path config = Files.write(folder.resolve("test.conf"), settings);
        Shell shell =
                new Shell(folder, Map.of("HAYATE_JAVA_HOME", System.getProperty("java.home")));
        Process process =
                shell.start(
                        HOME.resolve("scripts/hayate").toString(),
                        "--no-console",
                        "--config",
                        config.toString(),
                        "--venue",
                        player.url().toString(),
                        "--summary-json",
                        summaryFile.toString());
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
        try {
            assertTrue(player.awaitTaken(PATIENCE_S), "the engine has not read all of it");
            process.toHandle().destroy(); // by TERM
            String all = output.get(PATIENCE_S, TimeUnit.SECONDS);
            assertEquals(0, process.waitFor(), all);
            return all;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Process process) {
        try (InputStream in = process.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
