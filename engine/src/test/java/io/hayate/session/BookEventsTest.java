package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.MarketConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the events of a book say of it beside their rows. */
class BookEventsTest {
    private static final ChannelSpec BOOK = ChannelSpec.book("tBTCUSD");

    private final SessionRig rig = new SessionRig(MarketConfig.DEFAULTS, BOOK);

    @Test
    void shouldStartABookWithASingleRowWhenNoSnapshotComes() {
        rig.comeLive(7);

        rig.receive("[7,[100,1,2]]");
        rig.receive("[7,[101,1,-2]]");

        List<String> words = rig.drainAll();
        assertTrue(words.contains("set BUY 100.0 in snapshot"), words.toString());
        assertTrue(words.contains("set SELL 101.0"), words.toString());
        assertEquals(Health.LIVE, rig.statistics.get(0, Figure.HEALTH));
    }

    @Test
    void shouldStartABookWithNothingWhenItsSnapshotIsEmpty() {
        rig.comeLive(7);

        rig.receive("[7,[]]");
        rig.receive("[7,[101,1,-2]]");

        List<String> words = rig.drainAll();
        assertTrue(words.contains("no entry in snapshot"), words.toString());
        assertTrue(words.contains("set SELL 101.0"), words.toString());
    }

    @Test
    void shouldTellTheHealthOfTheChannelWithEachEvent() {
        rig.comeLive(7);
        rig.receive("[7,[[100,1,2],[101,1,-2]]]");
        rig.drainAll();

        rig.receive("{\"event\":\"info\",\"code\":20060,\"msg\":\"maintenance\"}");
        rig.turn();
        rig.receive("[7,[100,1,3]]");
        rig.receive("[7,\"cs\",1]");

        List<String> words = rig.drainAll();
        assertTrue(words.contains("channel 0 maintenance: maintenance"), words.toString());
        assertTrue(words.contains("set BUY 100.0: maintenance"), words.toString());
        assertTrue(words.contains("burst end: maintenance"), words.toString());
        assertTrue(words.contains("BOOK_CHECKSUM: maintenance"), words.toString());
    }
}
