package io.hayate.market;

import static io.hayate.market.BookRig.SECOND_NS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderBooksTest {
    private static final String SNAPSHOT = "[[100,1,1],[99,1,2],[101,1,-1],[102,1,-2]]";

    private final BookRig rig = new BookRig(ChannelSpec.book("tBTCUSD"));
    private final OrderBook book = rig.book();

    @Test
    void shouldFindBooksByChannelAndInstrument() {
        assertSame(book, rig.books.ofChannel(rig.channel.id()));
        assertSame(book, rig.books.ofInstrument(rig.channel.instrumentId()));
        assertSame(book, rig.books.at(0));
        assertEquals(1, rig.books.count());
        assertNull(rig.books.ofChannel(7));
        assertNull(rig.books.ofChannel(MarketChannel.NONE));
        assertNull(rig.books.ofInstrument(-1));
    }

    @Test
    void shouldKeepNoBookOfOtherChannels() {
        MarketChannel trades =
                rig.channels.register(ChannelSpec.trades("tBTCUSD"), new Instruments());
        Event event = Event.allocate().begin(0, 1).type(EventType.CHANNEL_STATUS);

        rig.books.onEvent(event.channelId(trades.id()));
        rig.books.onEvent(event.channelId(MarketChannel.NONE));

        assertNull(rig.books.register(trades));
        assertEquals(1, rig.books.count());
    }

    @Test
    void shouldTellOnceWhenBurstEnds() {
        rig.snapshot(SNAPSHOT);
        assertEquals(List.of("live"), rig.told());

        rig.rows("[[99,0,1],[101,0,-1],[98,1,3]]");
        assertEquals(List.of(), rig.told());
        rig.burstEnd();

        assertEquals(List.of("live"), rig.told());
        assertEquals(98, book.bidPrice(1));
        assertEquals(102, book.askPrice());
    }

    @Test
    void shouldTellNothingWhenNothingChanged() {
        rig.snapshot(SNAPSHOT);
        rig.told();

        rig.burstEnd();

        assertEquals(List.of(), rig.told());
    }

    @Test
    void shouldWaitWhenBurstEndLeavesBookCrossed() {
        rig.snapshot(SNAPSHOT);
        rig.told();

        rig.burst("[101,1,5]");
        rig.burst("[101.5,1,5]");
        assertEquals(List.of(), rig.told());
        rig.burst("[[101,0,-1],[101.5,0,1]]");

        assertEquals(List.of("live"), rig.told());
        assertEquals(101, book.bidPrice());
    }

    @Test
    void shouldWaitWhenBurstEndLeavesBookTooLong() {
        BookRig best = new BookRig(ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F0", 1));
        best.snapshot("[[100,1,1],[101,1,-1]]");
        best.told();

        best.burst("[100.5,1,1]");
        assertEquals(List.of(), best.told());
        best.burst("[100,0,1]");

        assertEquals(List.of("live"), best.told());
        assertEquals(100.5, best.book().bidPrice());
    }

    @ParameterizedTest
    @CsvSource({"P0, 100, true", "P4, 100, false", "P4, 101, true", "R0, 100, true"})
    void shouldLetRoundedPricesMeet(BookPrecision precision, double bid, boolean isCrossed) {
        BookRig some = new BookRig(ChannelSpec.book("tBTCUSD", precision, "F0", 25));
        boolean raw = precision.isRaw();

        some.snapshot(raw ? "[[1," + bid + ",1],[2,100,-1]]" : "[[" + bid + ",1,1],[100,1,-1]]");

        assertEquals(isCrossed, some.book().isCrossed());
        assertEquals(isCrossed ? List.of() : List.of("live"), some.told());
    }

    @Test
    void shouldTellCrossedBookWhenItLastsOverASecond() {
        rig.snapshot(SNAPSHOT);
        rig.burst("[101,1,5]");
        rig.told();

        rig.pass(SECOND_NS);
        assertEquals(List.of(), rig.told());
        rig.pass(1);
        rig.pass(1);
        assertEquals(List.of("crossed"), rig.told());
        assertEquals(Health.CROSSED, rig.figure(Figure.BOOK_HEALTH));
        assertTrue(book.isCrossed());
        rig.burst("[98,1,5]");
        assertEquals(List.of("crossed"), rig.told());

        rig.burst("[101,0,-1]");
        assertEquals(List.of("live"), rig.told());
        assertEquals(0, rig.figure(Figure.BOOK_HEALTH));
    }

    @Test
    void shouldTellCrossedBookAtBurstEndWhenNoTimeWasTold() {
        rig.snapshot(SNAPSHOT);
        rig.burst("[101,1,5]");
        rig.told();

        rig.nowNs += SECOND_NS + 1;
        rig.burst("[98,1,5]");

        assertEquals(List.of("crossed"), rig.told());
    }

    @Test
    void shouldNotTellCrossedBookInsideBurst() {
        rig.snapshot(SNAPSHOT);
        rig.burst("[101,1,5]");
        rig.told();

        rig.rows("[101,0,-1]");
        rig.pass(2 * SECOND_NS);
        assertEquals(List.of(), rig.told());
        rig.burstEnd();

        assertEquals(List.of("live"), rig.told());
    }

    @Test
    void shouldStartTimeAnewWhenBookUncrossedMeanwhile() {
        rig.snapshot(SNAPSHOT);
        rig.burst("[101,1,5]");
        rig.pass(SECOND_NS);
        rig.burst("[101,0,1]");
        rig.burst("[101,1,5]");
        rig.told();

        rig.pass(SECOND_NS);

        assertEquals(List.of(), rig.told());
    }

    @Test
    void shouldReplaceBookWhenSecondSnapshotComes() {
        rig.snapshot(SNAPSHOT);
        rig.snapshot("[[90,1,1],[91,1,-1]]");

        assertEquals(1, book.bidLevels());
        assertEquals(90, book.bidPrice());
        assertEquals(91, book.askPrice());
        assertTrue(book.isWhole());
    }

    @Test
    void shouldBeEmptyAndWholeWhenSnapshotIsEmpty() {
        rig.snapshot(SNAPSHOT);
        rig.snapshot("[]");

        assertTrue(book.isEmpty());
        assertTrue(book.isWhole());
        assertEquals(List.of("live", "live"), rig.told());
        rig.burst("[100,1,1]");
        assertEquals(100, book.bidPrice());
    }

    @Test
    void shouldApplyUpdateToEmptyBookWhenNoSnapshotCame() {
        rig.burst("[100,1,1]");

        assertEquals(List.of("live"), rig.told());
        assertEquals(100, book.bidPrice());
        assertFalse(book.isWhole());
    }

    @Test
    void shouldIgnoreDeleteWhenLevelIsNotThere() {
        rig.snapshot(SNAPSHOT);
        rig.burst("[[42,0,1],[100,0,-1]]");

        assertEquals(2, book.ignored());
        assertEquals(2, book.bidLevels());
        assertEquals(2, book.askLevels());
        assertTrue(book.isHealthy());
    }

    @Test
    void shouldAddWhatTheSessionKnows() {
        rig.snapshot(SNAPSHOT);
        rig.status(Health.STALE);

        assertEquals("stale", book.healthText());
        assertFalse(book.isHealthy());
        assertTrue(book.isWhole());
        rig.status(Health.RESYNCING);
        assertFalse(book.isWhole());
        assertEquals(0, rig.figure(Figure.BOOK_HEALTH), "that is the session's own");
        rig.status(Health.LIVE);
        assertTrue(book.isHealthy());
        assertTrue(book.isWhole());
    }
}
