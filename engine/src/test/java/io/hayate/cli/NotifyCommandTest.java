package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.notify.LocalServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class NotifyCommandTest {
    private static final String TOKEN = "tk_secret";

    @TempDir private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int execute(String... arguments) throws IOException {
        Path config = home.resolve("test.conf");
        Files.writeString(
                config,
                "notifications.targets.desk { type = ntfy, url = \"" + server.url() + "/topic\" }");
        Environment environment =
                new Environment(Map.of("HAYATE_NOTIFY_DESK_TOKEN", TOKEN), home, home);
        String[] all = new String[arguments.length + 3];
        all[0] = "notify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--config";
        all[all.length - 1] = config.toString();
        return new Cli(environment, run -> 99)
                .printTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all);
    }

    @Test
    void shouldSendTheTextToTheTarget() throws Exception {
        assertEquals(0, execute("desk", "the night shift begins"), err.toString());

        LocalServer.Asked asked = server.next();
        assertEquals("the night shift begins", asked.body());
        assertEquals("Bearer " + TOKEN, asked.authorization());
        assertEquals("desk (ntfy) took it", out.toString().strip());
    }

    @Test
    void shouldSayWhyTheTargetDoesNotTakeIt() throws Exception {
        server.answer(403, "forbidden for " + TOKEN);

        assertEquals(1, execute("desk"));
        assertEquals(
                "hayate: desk (ntfy) did not take it: 403 - forbidden for ****",
                err.toString().strip());
    }

    @Test
    void shouldNameTheTargetsThatThereAre() throws Exception {
        assertEquals(2, execute("disk"));

        assertTrue(err.toString().contains("was disk, and there are desk"), err.toString());
        assertFalse(err.toString().contains(TOKEN), err.toString());
    }
}
