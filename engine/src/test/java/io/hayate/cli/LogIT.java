package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.server.SimulatedVenue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/hayate} with a log, as a process. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LogIT {
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

    private static void readTo(BufferedReader out, String words) throws IOException {
        String line = out.readLine();
        while (line != null && !line.contains(words)) {
            line = out.readLine();
        }
        assertTrue(line != null, words);
    }

    private String runWithAnOrder(String... settings) throws Exception {
        Process process = shell.start(HAYATE, "--trace", "--config", config(settings));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write("buy 0.01 BTCUSD\n");
            in.flush();
            readTo(out, "market: FILLED @ ");
            in.write("quit\n");
            in.flush();
            String rest = out.lines().collect(Collectors.joining("\n"));
            assertEquals(0, process.waitFor(), rest);
            return rest;
        }
    }

    @Test
    void shouldLogWhatIsSaidWithoutAnySecretWhenAllTrafficIsShown() throws Exception {
        Path file = folder.resolve("logs/hayate.log");
        String summary =
                runWithAnOrder("log { enabled = true, format = json, file = \"" + file + "\" }");

        String log = Files.readString(file);
        assertTrue(summary.contains("\nlog              " + file + ", "), summary);
        for (String kind : List.of("run", "session", "fill", "frame")) {
            assertTrue(log.contains("\"kind\":\"" + kind + "\""), kind);
        }
        assertTrue(log.contains("\\\"event\\\":\\\"auth\\\""), "the request to authenticate");
        assertFalse(log.contains(SimulatedVenue.DEMO_KEY));
        assertFalse(log.contains(SimulatedVenue.DEMO_SECRET));
        assertTrue(
                log.lines().allMatch(line -> line.startsWith("{\"time\":\"20")), "whole objects");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void shouldGoOnWhenTheLogCannotBeWritten() throws Exception {
        Path blocked =
                Files.writeString(folder.resolve("blocked"), "a file where a folder is to be");
        Path file = blocked.resolve("hayate.log");
        String summary = runWithAnOrder("log { enabled = true, file = \"" + file + "\" }");

        assertTrue(summary.contains("\nlog              " + file + ", 0 records, "), summary);
    }
}
