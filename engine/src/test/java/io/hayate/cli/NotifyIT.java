package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.notify.LocalServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/hayate} with notifications to a server on this machine, as a process. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NotifyIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String HAYATE = HOME.resolve("scripts").resolve("hayate").toString();
    private static final String TOKEN = "tk_secret";

    @TempDir private Path folder;

    private Shell shell;
    private LocalServer server;

    @BeforeEach
    void setUp() throws IOException {
        server = new LocalServer();
        shell =
                new Shell(
                        folder,
                        Map.of(
                                "HAYATE_JAVA_HOME",
                                System.getProperty("java.home"),
                                "HAYATE_NOTIFY_DESK_TOKEN",
                                TOKEN));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String config() throws IOException {
        return Files.write(
                        folder.resolve("test.conf"),
                        List.of(
                                "include required(file(\"" + HOME + "/config/hayate.conf\"))",
                                "loop.warm-up = 0s",
                                "log { enabled = true, file = \"" + folder + "/hayate.log\" }",
                                "record { enabled = true, dir = \"" + folder + "/recording\" }",
                                "notifications {",
                                "  window = 0s",
                                "  targets.desk { type = ntfy, url = \"" + server.url() + "/t\" }",
                                "  rules = [{ kinds = [fill, kill, end], targets = [desk] }]",
                                "}"))
                .toString();
    }

    @Test
    void shouldTellOfAFillTheKillSwitchAndTheEnd() throws Exception {
        Process process = shell.start(HAYATE, "--config", config());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write("buy 0.01 BTCUSD\n");
            in.flush();
            LocalServer.Asked fill = server.next();
            assertTrue(fill.body().contains("BUY 0.01 BTCUSD market: FILLED @ "), fill.body());
            assertEquals("Bearer " + TOKEN, fill.authorization());
            in.write("kill\n");
            in.flush();
            LocalServer.Asked kill = server.next();
            assertTrue(kill.body().startsWith("the kill switch was used"), kill.body());
            in.write("quit\n");
            in.flush();
            LocalServer.Asked end = server.next();
            assertTrue(end.body().startsWith("the run has ended as asked after "), end.body());
            String rest = out.lines().collect(Collectors.joining("\n"));
            assertEquals(0, process.waitFor(), rest);
            assertFalse(rest.contains(TOKEN), rest);
        }
        assertFalse(Files.readString(folder.resolve("hayate.log")).contains(TOKEN));
    }

    @Test
    void shouldEndAsUsualWhenNobodyTakesTheNews() throws Exception {
        String config = config();
        server.close();
        Shell.Result run =
                shell.run(HAYATE, "--config", config, "--no-console", "--duration", "3s");

        assertEquals(0, run.exitCode(), run.out() + run.err());
        String told = "notifications: 1 piece of news never arrived at desk (ntfy)";
        assertTrue(run.out().contains(told), run.out());
    }
}
