package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that an interactive shell puts into the background and brings back, on a real terminal. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JobControlIT {
    private static final String HAYATE =
            Path.of("..").toAbsolutePath().normalize().resolve("scripts/hayate").toString();
    private static final String SERVER = "jobs";
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_MS = 100;

    @TempDir private Path folder;

    private Shell shell;

    @BeforeEach
    void openTerminal() throws Exception {
        assumeTrue(
                List.of("/usr/bin/tmux", "/bin/tmux", "/usr/local/bin/tmux").stream()
                        .anyMatch(path -> Files.isExecutable(Path.of(path))),
                "no tmux");
        shell =
                new Shell(
                        folder,
                        Map.of(
                                "HAYATE_JAVA_HOME",
                                System.getProperty("java.home"),
                                "TMUX_TMPDIR",
                                folder.toString(),
                                "TERM",
                                "xterm",
                                "LC_ALL",
                                "C.UTF-8"));
        tmux("new-session", "-d", "-x", "80", "-y", "50", "bash", "--norc", "--noprofile", "-i");
        type("PS1='ready> '; set -m");
        await(text -> text.strip().endsWith("ready>"), "the shell");
    }

    @AfterEach
    void closeTerminal() throws Exception {
        if (shell == null) {
            return; // there is no tmux
        }
        List<ProcessHandle> writers = List.of(process("#{pid}"), process("#{pane_pid}"));
        tmux("kill-server");
        for (ProcessHandle writer : writers) { // both may write to the folder until they end
            writer.onExit().get(PATIENCE_NS, TimeUnit.NANOSECONDS);
        }
    }

    private ProcessHandle process(String format) throws Exception {
        String pid = tmux("display-message", "-p", format).out().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    @Test
    void shouldRunOnInTheBackgroundAndTakeOrdersInTheForeground() throws Exception {
        type("stty -g > before");
        type(HAYATE + " &");
        await("without a prompt");
        type("fg");
        await("hayate>");
        type("buy 0.01 BTCUSD");
        await("FILLED");
        press("C-z");
        await("Stopped");
        type("bg");
        await(text -> count(text, "without a prompt") >= 2, "the background");
        type("fg");
        await(text -> text.strip().endsWith("hayate>"), "the prompt");
        type("quit");
        await(text -> text.contains("closed as asked") && text.strip().endsWith("ready>"), "end");
        type("stty -g > after; echo com''pared");
        await("compared");

        String before = Files.readString(folder.resolve("before"));
        assertTrue(before.contains(":"), before);
        assertEquals(before, Files.readString(folder.resolve("after")));
    }

    private void type(String line) throws Exception {
        tmux("send-keys", "-l", line);
        press("Enter");
    }

    private void press(String key) throws Exception {
        tmux("send-keys", key);
    }

    private String text() throws Exception {
        return tmux("capture-pane", "-p", "-S", "-500").out();
    }

    private void await(String words) throws Exception {
        await(text -> text.contains(words), words);
    }

    private void await(Predicate<String> isThere, String what) throws Exception {
        long endNs = System.nanoTime() + PATIENCE_NS;
        String text = text();
        while (!isThere.test(text)) {
            assertTrue(System.nanoTime() - endNs < 0, "no " + what + " in:\n" + text);
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            text = text();
        }
    }

    private static int count(String text, String words) {
        return text.split(words, -1).length - 1;
    }

    private Shell.Result tmux(String... words) throws Exception {
        String[] command = new String[words.length + 5];
        System.arraycopy(new String[] {"tmux", "-L", SERVER, "-f", "/dev/null"}, 0, command, 0, 5);
        System.arraycopy(words, 0, command, 5, words.length);
        return shell.run(command);
    }
}
