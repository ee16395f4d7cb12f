package io.hayate.stat.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.agrona.concurrent.CachedNanoClock;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

class TopScreenTest {
    private static final String ENTERED = "\u001b[?1049h";
    private static final String LEFT = "\u001b[?1049l";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CachedNanoClock clock = new CachedNanoClock();

    /** One that has these keys typed. */
    private Terminal terminal(String keys, int rows) throws IOException {
        LineDisciplineTerminal terminal =
                new LineDisciplineTerminal("test", "xterm", out, StandardCharsets.UTF_8);
        terminal.setSize(new Size(80, rows));
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        return terminal;
    }

    private static String numbered(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= lines; i++) {
            text.append("line-").append(i).append(".\n");
        }
        return text.toString();
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldShowAPageAndGiveTheTerminalBackWhenAskedToEnd() throws IOException {
        try (TopScreen screen = new TopScreen(terminal("q", 10), clock, true)) {
            screen.show(() -> "engine  process 7\nframes  5 in\n");
        }

        String all = shown();
        assertTrue(all.contains("engine  process 7"), all);
        assertTrue(all.contains("frames  5 in"), all);
        assertTrue(all.indexOf(ENTERED) >= 0 && all.indexOf(ENTERED) < all.indexOf(LEFT), all);
    }

    @Test
    void shouldEndWhenTheTerminalIsGone() throws IOException {
        Terminal terminal = terminal("", 10);
        try (TopScreen screen = new TopScreen(terminal, clock, true)) {
            screen.show(
                    () -> {
                        close(terminal);
                        return "engine\n";
                    });
        }

        assertTrue(shown().contains(ENTERED), shown());
    }

    private static void close(Terminal terminal) {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldGoThroughWhatIsLongerThanTheTerminal() throws IOException {
        try (TopScreen screen = new TopScreen(terminal("q", 3), clock, true)) {
            screen.show(() -> numbered(6));
        }
        assertFalse(shown().contains("line-4."), shown());
        out.reset();
        try (TopScreen screen = new TopScreen(terminal("jq", 3), clock, true)) {
            screen.show(() -> numbered(6));
        }
        assertTrue(shown().contains("4"), shown());
    }

    @Test
    void shouldFollowTheTerminalsSize() throws IOException {
        Terminal terminal = terminal("jkjq", 3);
        Queue<String> pages = new ArrayDeque<>();
        pages.add(numbered(6));
        try (TopScreen screen = new TopScreen(terminal, clock, true)) {
            terminal.setSize(new Size(80, 6));
            terminal.raise(Terminal.Signal.WINCH);
            screen.show(pages::remove);
        }

        assertTrue(shown().contains("line-6."), shown());
    }

    @Test
    void shouldLetWhatAsksForALookStandOut() {
        AttributedStyle red = AttributedStyle.DEFAULT.bold().foreground(AttributedStyle.RED);

        assertEquals(red, TopLine.of("journal    NOT WRITTEN: full", true).styleAt(0));
        assertEquals(red, TopLine.of("           stale: silent", true).styleAt(0));
        assertEquals(AttributedStyle.DEFAULT.bold(), TopLine.of("x SILENT", false).styleAt(0));
        assertEquals(AttributedStyle.DEFAULT, TopLine.of("frames   5 in", true).styleAt(0));
    }
}
