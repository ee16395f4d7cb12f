package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.BookView;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.Health;
import io.hayate.model.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final String NAME = "book BTCUSD P0 F0 25";
    private static final long SECOND_NS = 1_000_000_000L;

    private final Event event = Samples.event(0, EventType.BOOK_VIEW);
    private final BookView book = new BookView().wrap(event).clear();

    @Test
    void shouldShowSidesAndDepthWhenBookHasLevels() {
        book.add(Side.BUY, 97_000, 1).add(Side.BUY, 96_999, 3);
        book.add(Side.SELL, 97_001.5, 2).changeTimeNs(SECOND_NS);

        List<String> lines = Ladder.lines(NAME, book, 79, 20, 2 * SECOND_NS);

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
                Ladder.lines(NAME, book, 79, 20, 0));
    }

    @Test
    void shouldStayWithinScreenWhenItIsSmall() {
        for (int level = 0; level < BookView.LEVELS_MAX; level++) {
            book.add(Side.BUY, 97_000.123456 - level, 12_345.123456789);
            book.add(Side.SELL, 97_001.123456 + level, 1.23456789e-7);
        }
        for (int width = 1; width < 100; width++) {
            int columns = width;
            List<String> lines = Ladder.lines(NAME, book, width, 5, 0);

            assertEquals(5, lines.size());
            assertTrue(lines.stream().allMatch(line -> line.length() <= columns), lines::toString);
        }
    }
}
