package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class WordWrapTest {
    private static final String FILLED =
            "order 1764000000123 BUY 0.01 BTCUSD market: UNKNOWN: it may be filled, be open or"
                    + " never have arrived - connection lost";

    @Test
    void shouldKeepLineWhenItFits() {
        assertEquals(List.of("BTCUSD live"), wrap("BTCUSD live", 11));
        assertEquals(List.of(""), wrap("", 11));
    }

    @Test
    void shouldBreakBetweenWordsAndIndentWhenLineIsTooLong() {
        assertEquals(
                List.of(
                        "order 1764000000123 BUY 0.01 BTCUSD",
                        "  market: UNKNOWN: it may be filled, be",
                        "  open or never have arrived -",
                        "  connection lost"),
                wrap(FILLED, 39));
        assertEquals(2, wrap(FILLED, 79).size());
    }

    @Test
    void shouldIndentBelowSecondColumnWhenLineHasTwo() {
        assertEquals(
                List.of("venue     embedded, demo", "          account of ours"),
                wrap("venue     embedded, demo account of ours", 30));
    }

    @Test
    void shouldBreakBehindMarkWhenWordIsTooLong() {
        assertEquals(
                List.of("< [17082,[7616.5,31.8,", "  7617.5,43.3,1.5]]"),
                wrap("< [17082,[7616.5,31.8,7617.5,43.3,1.5]]", 24));
    }

    @Test
    void shouldStayWithinEveryWidthAndLoseNothing() {
        List<String> lines = List.of(FILLED, "x".repeat(200), "\u6771\u4eac ".repeat(40), " a  b ");
        for (String line : lines) {
            for (int width = 2; width < 140; width++) {
                int most = width;
                List<String> rows = wrap(line, width);
                assertTrue(rows.stream().allMatch(row -> StyledLine.width(row) <= most), line);
                assertEquals(line.replace(" ", ""), String.join("", rows).replace(" ", ""));
            }
        }
    }

    @Test
    void shouldCountColumnsWhenWideCharactersAreCut() {
        AttributedString wide = StyledLine.of("\u6771\u4eac\u90fd 1");

        assertEquals("\u6771\u4eac..", StyledLine.cut(wide, 6).toString());
        assertTrue(StyledLine.width(StyledLine.cut(wide, 5).toString()) <= 5);
    }

    @Test
    void shouldKeepStylesWhenLineIsBroken() {
        AttributedString line = new StyledLine().add("a b ").add("SELL me", Paint.DOWN).toLine();

        List<AttributedString> rows = WordWrap.of(line, 8);

        assertEquals(Paint.DOWN, rows.get(1).styleAt(rows.get(1).length() - 1));
    }

    private static List<String> wrap(String line, int width) {
        return WordWrap.of(StyledLine.of(line), width).stream().map(Object::toString).toList();
    }
}
