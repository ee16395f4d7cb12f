package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.view.text.Paint;
import io.hayate.view.text.StyledLine;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final AttributedString LINE =
            new StyledLine().add("order 1 ").add("SELL", Paint.DOWN).add(" 0.01 BTCUSD").toLine();

    private Size size = new Size(80, 24);

    @Test
    void shouldPaintWhenTerminalShowsColors() {
        String text = new Page(() -> size, true).text(List.of(LINE));

        assertTrue(text.contains("\033[31mSELL\033[0m"), text.replace("\033", "ESC"));
    }

    @Test
    void shouldWriteTextAloneWhenThereAreNoColors() {
        assertEquals("order 1 SELL 0.01 BTCUSD\n", Samples.plainPage().text(List.of(LINE)));
    }

    @Test
    void shouldFollowWidthWhenTerminalIsResized() {
        Page page = new Page(() -> size, false);
        assertEquals(1, page.text(List.of(LINE)).lines().count());
        size = new Size(20, 24);

        assertEquals("order 1 SELL 0.01\n  BTCUSD\n", page.text(List.of(LINE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void shouldWriteAllWhenTerminalHasNoWidth(int columns) {
        size = new Size(columns, 24);

        String text = new Page(() -> size, true).text(List.of(LINE));

        assertTrue(text.replaceAll("\033[^m]*m|\\s", "").startsWith("order1SELL"), text);
    }

    @Test
    void shouldWantColorsUnlessTheyAreRefusedOrTerminalHasNone() {
        assertTrue(Colors.areWanted(Map.of("TERM", "xterm-256color")));
        assertTrue(Colors.areWanted(Map.of("TERM", "screen", "NO_COLOR", "")));
        assertFalse(Colors.areWanted(Map.of("TERM", "xterm", "NO_COLOR", "0")));
        assertFalse(Colors.areWanted(Map.of("TERM", "dumb")));
        assertFalse(Colors.areWanted(Map.of("TERM", "vt100")));
    }
}
