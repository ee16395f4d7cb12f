package io.hayate.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real programs. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class CommandSenderTest {
    private static final int TIMEOUT_MS = 20_000;
    private static final int SHORT_MS = 300;

    @TempDir private Path folder;

    private static Delivery send(int timeoutMs, String... command) {
        NotifyTarget target =
                new NotifyTarget(
                        "bell", TargetKind.COMMAND, "", "", List.of(command), "", timeoutMs);
        String text = "a $(touch never) `line`; \"quoted\"";
        News news = News.of(NewsKind.FILL, NewsLevel.INFO, text);
        return new CommandSender(target).send(new NotifyMessage("Hayate", news, text, 1, 0));
    }

    private Delivery shell(int timeoutMs, String script) {
        return send(timeoutMs, "/bin/sh", "-c", script, "sh", folder.resolve("out").toString());
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    @Test
    void shouldGiveTheTextToItsStandardInputAsItIs() throws IOException {
        assertTrue(shell(TIMEOUT_MS, "cat > \"$1\"").isTaken());

        assertEquals("a $(touch never) `line`; \"quoted\"\n", out());
        assertFalse(Files.exists(Path.of("never")));
    }

    @Test
    void shouldSayWhatItIsAboutAndHideOurSecretsInItsEnvironment() throws IOException {
        assertTrue(shell(TIMEOUT_MS, "env > \"$1\"").isTaken());

        assertTrue(out().contains("HAYATE_TITLE=Hayate\n"), out());
        assertTrue(out().contains("HAYATE_KIND=fill\n"), out());
        assertFalse(out().contains("BFX_API_"), out());
        assertFalse(out().contains("HAYATE_NOTIFY_"), out());
    }

    @Test
    void shouldTakeEachArgumentAsItIs() {
        assertTrue(
                send(TIMEOUT_MS, "/bin/sh", "-c", "[ \"$1\" = '*; exit 3' ]", "sh", "*; exit 3")
                        .isTaken());
    }

    @Test
    void shouldKillItAndItsChildrenWhenItHangs() throws Exception {
        Delivery delivery = shell(SHORT_MS, "sleep 600 & echo $! > \"$1\"; wait");

        assertEquals(Delivery.later("it did not end within 300ms"), delivery);
        long child = Long.parseLong(out().strip());
        ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
    }

    @Test
    void shouldTryAgainLaterWhenItFails() {
        assertEquals(Delivery.later("it ended with exit code 3"), shell(TIMEOUT_MS, "exit 3"));
    }

    @Test
    void shouldReadNothingWhenItFloodsItsOutput() {
        assertTrue(
                shell(TIMEOUT_MS, "yes | head -c 20000000; yes | head -c 20000000 >&2").isTaken());
    }

    @Test
    void shouldNotMindWhenItReadsNothing() {
        assertTrue(shell(TIMEOUT_MS, "exec <&-; exit 0").isTaken());
    }

    @Test
    void shouldGiveUpWhenThereIsNoSuchProgram() {
        assertEquals(
                Delivery.refused("/no/such/program cannot be started"),
                send(TIMEOUT_MS, "/no/such/program"));
    }
}
