package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another process sees of an engine that runs, that has ended, and that was killed. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StatIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String HAYATE = HOME.resolve("scripts").resolve("hayate").toString();
    private static final int COLUMNS = 80;

    @TempDir private Path folder;

    private Shell shell;
    private Path state;

    @BeforeEach
    void setUp() {
        shell = new Shell(folder, Map.of("HAYATE_JAVA_HOME", System.getProperty("java.home")));
        state = folder.resolve(".local/state/hayate");
    }

    private Path config(String place) throws IOException {
        return Files.write(
                folder.resolve("test.conf"),
                List.of(
                        "include required(file(\"" + HOME + "/config/hayate.conf\"))",
                        "counters.file = " + place,
                        "loop.warm-up = 0s",
                        "strategy.name = trigger",
                        "strategy.parameters { last-at-least = 1, amount = 0.01 }"));
    }

    private Process start(Path config) throws IOException {
        return shell.start(HAYATE, "--no-console", "--config", config.toString());
    }

    /** Until a fill was told, and twice what the metrics thread writes once a second. */
    private static void awaitFill(BufferedReader out) throws IOException {
        readTo(out, "market: FILLED @ ");
    }

    private static void readTo(BufferedReader out, String part) throws IOException {
        String line = out.readLine();
        while (line != null && !line.contains(part)) {
            line = out.readLine();
        }
        assertNotNull(line, part);
    }

    private Shell.Result stat(String... words) throws Exception {
        String[] command = new String[words.length + 2];
        command[0] = HAYATE;
        command[1] = "stat";
        System.arraycopy(words, 0, command, 2, words.length);
        return shell.run(command);
    }

    /** What has been counted changes with the engine: it is asked until it says so. */
    private Shell.Result statUntil(String part, String... words) throws Exception {
        Shell.Result result = stat(words);
        while (result.exitCode() == 0 && !result.out().contains(part)) {
            result = stat(words);
        }
        assertEquals(0, result.exitCode(), result.err());
        return result;
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "memory"})
    void shouldShowAnEngineThatRunsAndOneThatHasEnded(String place) throws Exception {
        Process engine = start(config(place));
        String pid = Long.toString(engine.pid());
        try (BufferedReader out = engine.inputReader(StandardCharsets.UTF_8)) {
            awaitFill(out);
            String dir = state.toString();
            String json = statUntil("\"session\":\"LIVE\"", "--json", "--dir", dir).out();
            assertTrue(json.startsWith("{\"pid\":" + pid + ",\"running\":true"), json);
            assertTrue(json.contains("\"received-to-written\":{\"count\":"), json);
            assertTrue(json.contains("\"name\":\"ticker BTCUSD\""), json);

            String text = stat("--dir", dir).out();
            text.lines().forEach(line -> assertTrue(line.length() <= COLUMNS, line));
            assertTrue(text.startsWith("engine            process " + pid + ", running,"), text);
            assertTrue(text.contains("\nticker BTCUSD              "), text);
            assertTrue(text.contains("\nlatency, us  "), text);
            engine.toHandle().destroy(); // leaves its output to be read
            readTo(out, "latency, us");
        }
        engine.waitFor();

        String ended = stat("--json", "--dir", state.toString()).out();
        String start = "{\"pid\":" + pid + ",\"running\":false,\"ended\":true";
        assertTrue(ended.startsWith(start), ended);
        assertFalse(ended.contains("\"fills\":0,\"ordersOpen\""), ended);
        assertTrue(stat("--dir", state.toString()).out().contains("RUNS NO MORE: it ended "));
    }

    @Test
    void shouldShowWhatAKilledEngineLeftBeforeAndAfterTheNextStart() throws Exception {
        Path config = config("auto");
        Process killed = start(config);
        try (BufferedReader out = killed.inputReader(StandardCharsets.UTF_8)) {
            awaitFill(out);
            statUntil("\"session\":\"LIVE\"", "--json", "--dir", state.toString());
        } finally {
            killed.destroyForcibly().waitFor();
        }
        String start = "{\"pid\":" + killed.pid() + ",\"running\":false,\"ended\":false";
        String left = stat("--json", "--dir", state.toString()).out();
        assertTrue(left.startsWith(start), left);

        Process next = start(config);
        Path last = state.resolve("counters").resolve("last.counters");
        String kept; // while that runs: later whoever starts beside this test keeps what it has
        // left
        try (BufferedReader out = next.inputReader(StandardCharsets.UTF_8)) {
            awaitFill(out);
            kept = stat("--json", "--dir", last.toString()).out();
        } finally {
            next.destroyForcibly().waitFor();
        }
        assertTrue(kept.startsWith(start), kept);
    }

    @Test
    void shouldAskWhichOfTwoEnginesIsMeant() throws Exception {
        Path config = config("auto");
        Process one = start(config);
        Process other = start(config);
        try (BufferedReader out = one.inputReader(StandardCharsets.UTF_8);
                BufferedReader otherOut = other.inputReader(StandardCharsets.UTF_8)) {
            awaitFill(out);
            awaitFill(otherOut);
            statUntil("\"session\":\"LIVE\"", "--json", "--pid", Long.toString(one.pid()));
            statUntil("\"session\":\"LIVE\"", "--json", "--pid", Long.toString(other.pid()));

            Shell.Result result = stat("--dir", state.toString());

            assertEquals(2, result.exitCode(), result.out());
            String words = "--pid must say which engine of " + state + " is meant: ";
            assertTrue(result.err().contains(words), result.err());
            for (Process each : List.of(one, other)) {
                assertTrue(result.err().contains(each.pid() + " (" + state + ")"), result.err());
            }
            one.toHandle().destroy();
            readTo(out, "latency, us");
            one.waitFor();
            String left = stat("--json", "--dir", state.toString()).out();
            assertTrue(left.startsWith("{\"pid\":" + other.pid() + ",\"running\":true"), left);
        } finally {
            one.destroyForcibly().waitFor();
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldSayWhyCountersLieInNoFileInMemory() throws Exception {
        Path config = config("auto");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Files.writeString(config, Files.readString(config) + "counters.dir = \"" + disk + "\"\n");
        Process engine = start(config);
        try (BufferedReader out = engine.inputReader(StandardCharsets.UTF_8)) {
            readTo(out, "counters  in the process's memory, copied once a second: " + disk);
            awaitFill(out);
            statUntil("\"session\":\"LIVE\"", "--json", "--dir", state.toString());
            engine.toHandle().destroy();
            readTo(out, "latency, us");
        }
        engine.waitFor();
    }

    @Test
    void shouldNameWhatIsWrongInALine() throws Exception {
        Path foreign = Files.writeString(folder.resolve("foreign"), "no counters");

        assertRefused("--pid must be the process of an engine of this user: was 3", "--pid", "3");
        assertRefused(foreign + " is no file of counters", "--dir", foreign.toString());
        assertRefused("--dir must be a state folder or a file of counters", "--dir", "nowhere");
        assertRefused("none has left its figures", "--dir", folder.toString());
    }

    private void assertRefused(String words, String... asked) throws Exception {
        Shell.Result result = stat(asked);
        assertEquals(2, result.exitCode(), result.out() + result.err());
        assertTrue(result.err().contains(words), result.err());
        assertEquals(1, result.err().lines().filter(line -> !line.isBlank()).count());
    }
}
