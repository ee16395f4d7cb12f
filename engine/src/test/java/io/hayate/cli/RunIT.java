package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scripts/hayate run}, as a process: what it prints and how it ends. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String HAYATE = HOME.resolve("scripts").resolve("hayate").toString();

    private static final int TICKERS = 30; // five a second: for more than what allocates is warm in

    @TempDir private Path folder;

    private Shell shell;

    @BeforeEach
    void setUp() {
        shell = new Shell(folder, Map.of("HAYATE_JAVA_HOME", System.getProperty("java.home")));
    }

    private Path config(String... settings) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("include required(file(\"" + HOME.resolve("config/hayate.conf") + "\"))");
        lines.add("loop.warm-up = 0s");
        lines.addAll(List.of(settings));
        return Files.write(folder.resolve("test.conf"), lines);
    }

    @Test
    void shouldPrintTickersAndASummaryAndEndWithZero() throws Exception {
        Path report = folder.resolve("made/for/it");
        Process process =
                shell.start(HAYATE, "--no-console", "--latency-report", report.toString());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < TICKERS; i++) {
                readTo(out, "BTCUSD:  Bid: ");
            }
            shell.run("kill", "-TERM", Long.toString(process.pid()));

            String summary = out.lines().collect(Collectors.joining("\n"));
            assertEquals(0, process.waitFor(), summary);
            assertTrue(summary.contains(" bytes per event on the trading threads"), summary);
            assertTrue(summary.contains("\nreceived to handled "), summary);
            assertTrue(summary.endsWith("latency report    " + report), summary);
            assertFalse(summary.contains("\u001b"), summary);
        }
        assertTrue(
                Files.readString(report.resolve("latency.html")).contains("received to handled"));
        assertTrue(Files.size(report.resolve("received-to-handled.hgrm")) > 0);
    }

    @Test
    void shouldFillAnOrderFromStandardInputAndGoOnAfterItsEnd() throws Exception {
        Process process = shell.start(HAYATE, "--config", config().toString());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write("buy 0.01 BTCUSD\n"); // before it is live
            }
            readTo(out, "market: FILLED @ ");
            readTo(out, "BTCUSD:  Bid: ");
            readTo(out, "BTCUSD:  Bid: ");
            shell.run("kill", "-TERM", Long.toString(process.pid()));

            assertTrue(readTo(out, "orders  ").contains("1 sent, 1 fill, "));
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }
    }

    @Test
    void shouldEndWithZeroWhenInterrupted() throws Exception {
        Process process = shell.start(HAYATE, "--no-console", "--config", config().toString());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            readTo(out, "session LIVE");
            shell.run("kill", "-INT", Long.toString(process.pid()));

            readTo(out, "frames  ");
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }
    }

    @Test
    void shouldEndWithOneWhenInterruptedAndTheSummaryCannotBeWritten() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        String summary = gone.resolve("run.json").toString();
        Process process =
                shell.start(
                        HAYATE,
                        "--no-console",
                        "--config",
                        config().toString(),
                        "--summary-json",
                        summary);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            readTo(out, "session LIVE");
            Files.delete(gone);
            shell.run("kill", "-TERM", Long.toString(process.pid()));

            readTo(out, "hayate: the summary could not be written: ");
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(1, process.exitValue());
        }
    }

    /** Reads on to a line that holds this, and answers it. */
    private static String readTo(BufferedReader out, String words) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(words)) {
                return line;
            }
            read.append(line).append('\n');
        }
        throw new AssertionError("no " + words + " in\n" + read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://127.0.0.1:1/ws/2", "ws://no-such-host.invalid/ws/2"})
    void shouldEndWithThreeWhenTheVenueCannotBeReached(String url) throws Exception {
        String config = config("session.connect-timeout = 1s").toString();

        Shell.Result result = shell.run(HAYATE, "--config", config, "--venue", url);

        assertEquals(3, result.exitCode(), result.err());
        assertTrue(result.err().startsWith("hayate: not live "), result.err());
    }

    @Test
    void shouldEndWithThreeWhenTheTimeIsOverBeforeItIsLive() throws Exception {
        Shell.Result result =
                shell.run(
                        HAYATE,
                        "--config",
                        config().toString(),
                        "--venue",
                        "ws://127.0.0.1:1",
                        "--duration",
                        "1s");

        assertEquals(3, result.exitCode(), result.err());
        assertEquals("hayate: not live before --duration ended\n", result.err());
    }

    @Test
    void shouldEndWithTwoWhenAnOptionIsWrong() throws Exception {
        Path jar = Files.writeString(folder.resolve("broken.jar"), "no jar");

        assertWrong("strategy nope is not to be found", "--strategy", "nope");
        assertWrong("the plug-in jar is broken", "--plugin", jar.toString());
        assertWrong("--plugin must be a jar", "--plugin", "missing.jar");
        assertWrong("--latency-report must be a folder", "--latency-report", jar.toString());
        assertWrong("--param", "--strategy", "trigger", "--param", "amount=much");
    }

    private void assertWrong(String complaint, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(HAYATE, "--duration", "1s"));
        command.addAll(List.of(options));

        Shell.Result result = shell.run(command.toArray(new String[0]));

        assertEquals(2, result.exitCode(), result.err());
        assertTrue(result.err().startsWith(complaint), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }
}
