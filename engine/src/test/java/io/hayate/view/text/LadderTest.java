package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.BookView;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.Health;
import io.hayate.model.Side;
import io.hayate.view.terminal.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
    private static final String NAME = "book BTCUSD P0 F0 25";
    private static final int PRICES_WIDTH = "97000.123456 | 97001.123456".length();
    private static final long SECOND_NS = 1_000_000_000L;

    private final Event event = Samples.event(0, EventType.BOOK_VIEW);
    private final BookView book = new BookView().wrap(event).clear();

    @Test
    void shouldShowSidesAndDepthWhenBookHasLevels() {
        book.add(Side.BUY, 97_000, 1).add(Side.BUY, 96_999, 3);
        book.add(Side.SELL, 97_001.5, 2).changeTimeNs(SECOND_NS);

        List<String> lines = lines(79, 20, 2 * SECOND_NS);

        assertEquals(NAME + "  live  age 1.0 s  spread 1.5", lines.get(0));
        assertEquals("#####  1  97000 | 97001.5  2  ##########", lines.get(1).strip());
        assertEquals("####################  3  96999 |", lines.get(2).strip());
        assertEquals(3, lines.size());
    }

    @Test
    void shouldSayWhatIsWrongWhenBookIsNotWell() {
        event.health(Health.GAPPED | Health.RESYNCING);

        assertEquals(
                List.of(NAME + "  gapped resyncing  no data yet  one side is empty"),
                lines(79, 20, 0));
    }

    @Test
    void shouldShowWhatIsKnownFirstWhenScreenIsNarrow() {
        event.health(Health.STALE);
        book.add(Side.BUY, 97_000, 1).add(Side.SELL, 97_001, 3).changeTimeNs(SECOND_NS);

        String header = lines(30, 20, 66 * SECOND_NS).get(0);

        assertTrue(header.startsWith("stale  age 65.0 s  book"), header);
    }

    @ParameterizedTest
    @CsvSource({"20, 19", "36, 25", "56, 25"})
    void shouldShowLevelsOfAllPartsWhenScreenIsHigh(int linesMax, int levels) {
        List<Event> parts = parts(25);
        BookTop top = new BookTop();
        assertFalse(top.put(parts.get(0)));
        assertFalse(top.put(parts.get(1)));
        assertTrue(top.put(parts.get(2)));

        List<AttributedString> lines = Ladder.lines(NAME, top, "live", 79, linesMax, SECOND_NS);

        assertEquals(levels + 1, lines.size());
        assertEquals(levels < 25, lines.get(0).toString().endsWith(levels + " of 25 levels"));
        assertTrue(lines.get(levels).toString().contains(" " + (101 - levels) + " | "));
    }

    @Test
    void shouldAlignPointsOfColumnWhenDigitsDiffer() {
        book.add(Side.BUY, 97_000, 1.25).add(Side.BUY, 96_999.5, 12).changeTimeNs(SECOND_NS);

        List<String> lines = lines(79, 20, SECOND_NS);

        assertTrue(lines.get(1).contains("  1.25  97000   |"), lines.get(1));
        assertTrue(lines.get(2).contains(" 12     96999.5 |"), lines.get(2));
    }

    @Test
    void shouldWaitForNextViewWhenAPartIsLost() {
        List<Event> parts = parts(25);
        BookTop top = new BookTop();
        top.put(parts.get(0));

        assertFalse(top.put(parts.get(2)));
        assertFalse(top.put(parts.get(0)));
        assertFalse(top.put(parts.get(1)));
        assertTrue(top.put(parts.get(2)));
        assertEquals(25, top.levels(Side.SELL).size());
    }

    private static List<Event> parts(int levels) {
        List<Event> parts = new ArrayList<>();
        for (int from = 0; from < levels; from += BookView.LEVELS_MAX) {
            int end = Math.min(levels, from + BookView.LEVELS_MAX);
            Event part = Samples.event(0, EventType.BOOK_VIEW).place(from == 0, end == levels);
            BookView view = new BookView().wrap(part).clear().from(from).changeTimeNs(1);
            view.levels(Side.BUY, levels).levels(Side.SELL, levels);
            for (int level = from; level < end; level++) {
                view.add(Side.BUY, 100 - level, 1).add(Side.SELL, 101 + level, 1);
            }
            parts.add(part);
        }
        return parts;
    }

    @Test
    void shouldStayWithinScreenWhenItIsSmall() {
        for (int level = 0; level < BookView.LEVELS_MAX; level++) {
            book.add(Side.BUY, 97_000.123456 - level, 12_345.123456789);
            book.add(Side.SELL, 97_001.123456 + level, 1.23456789e-7);
        }
        for (int width = 1; width < 100; width++) {
            int columns = width;
            List<String> lines = lines(width, 5, 0);

            assertEquals(width < PRICES_WIDTH ? 2 : 5, lines.size());
            assertTrue(lines.stream().allMatch(line -> line.length() <= columns), lines::toString);
        }
    }

    @Test
    void shouldNeverCutANumber() {
        for (int level = 0; level < BookView.LEVELS_MAX; level++) {
            book.add(Side.BUY, 97_000.123456 - level, 12_345.123456789);
            book.add(Side.SELL, 97_001.123456 + level, 1.23456789e-7);
        }
        Set<String> whole = numbers(lines(200, 5, 90 * SECOND_NS));
        for (int width = 1; width < 100; width++) {
            Set<String> shown = numbers(lines(width, 5, 90 * SECOND_NS));

            assertTrue(whole.containsAll(shown), width + ": " + shown);
        }
        assertTrue(lines(PRICES_WIDTH, 5, 0).get(1).contains("97000.123456 | 97001.123456"));
        assertEquals("the screen is too narrow", lines(PRICES_WIDTH - 1, 5, 0).get(1));
    }

    private static Set<String> numbers(List<String> lines) {
        return Arrays.stream(String.join(" ", lines).split(" +"))
                .map(word -> word.replaceFirst("\\.\\.$", ""))
                .filter(word -> word.matches(".*\\d.*"))
                .collect(Collectors.toSet());
    }

    private List<String> lines(int width, int linesMax, long nowNs) {
        BookTop top = new BookTop();
        assertTrue(top.put(event));
        String words = Health.text(event.health());
        return Ladder.lines(NAME, top, words, width, linesMax, nowNs).stream()
                .map(Object::toString)
                .toList();
    }
}
