package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** What a journal tells of an engine that runs, and of one that was killed. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JournalIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String HAYATE = HOME.resolve("scripts").resolve("hayate").toString();

    @TempDir private Path folder;

    private Shell shell;
    private Path config;

    @BeforeEach
    void setUp() throws IOException {
        shell = new Shell(folder, Map.of("HAYATE_JAVA_HOME", System.getProperty("java.home")));
        config =
                Files.write(
                        folder.resolve("test.conf"),
                        List.of(
                                "include required(file(\"" + HOME + "/config/hayate.conf\"))",
                                "loop.warm-up = 0s",
                                "strategy.name = trigger",
                                "strategy.parameters { last-at-least = 1, amount = 0.01 }"));
    }

    private Shell.Result ask(String... words) throws Exception {
        String[] command = new String[words.length + 2];
        command[0] = HAYATE;
        System.arraycopy(words, 0, command, 1, words.length);
        command[words.length + 1] = "--config=" + config;
        return shell.run(command);
    }

    private static void readTo(BufferedReader out, String part) throws IOException {
        String line = out.readLine();
        while (line != null && !line.contains(part)) {
            line = out.readLine();
        }
        assertNotNull(line, part);
    }

    @Test
    void shouldTellOfOrdersWhileTheEngineRunsAndAfterItWasKilled() throws Exception {
        Process engine = shell.start(HAYATE, "--no-console", "--config", config.toString());
        try (BufferedReader out = engine.inputReader(StandardCharsets.UTF_8)) {
            readTo(out, "market: FILLED @ ");

            Shell.Result running = ask("explain", "last-sent");
            assertEquals(0, running.exitCode(), running.err());
            String writer = "its end       process " + engine.pid() + " writes it";
            assertTrue(running.out().contains(writer), running.out());
            assertTrue(running.out().contains("  INTENT     BUY 0.01 BTCUSD market"));
            assertTrue(engine.isAlive());
        } finally {
            engine.destroyForcibly().waitFor();
        }

        Shell.Result killed = ask("orders", "--last", "1");
        assertEquals(0, killed.exitCode(), killed.err());
        assertTrue(killed.out().contains("BUY 0.01 BTCUSD market: FILLED at "), killed.out());
        assertTrue(killed.out().contains("its writer was ended at once"), killed.out());
        Shell.Result positions = ask("positions", "--json");
        assertEquals(0, positions.exitCode(), positions.err());
        assertTrue(positions.out().contains("{\"instrument\":\"tBTCUSD\",\"base\":\"BTC\""));
    }
}
