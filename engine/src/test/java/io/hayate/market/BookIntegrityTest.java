package io.hayate.market;

import static io.hayate.market.BookRig.SECOND_NS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookIntegrityTest {
    private static final String SNAPSHOT = "[[6000,1,1],[5900,1,2],[6100,1,-3],[6200,1,-4]]";
    private static final int RIGHT = 1_756_193_398;
    private static final int WRONG = 5;
    private static final String RESYNC = "resync wrong checksum";

    private final BookRig rig = new BookRig(ChannelSpec.book("tBTCUSD"));
    private final OrderBook book = rig.book();

    @Test
    void shouldCountChecksumThatIsRight() {
        rig.snapshot(SNAPSHOT);
        rig.checksum(RIGHT);

        assertEquals(1, rig.figure(Figure.CHECKSUMS_PASSED));
        assertTrue(book.isHealthy());
    }

    @Test
    void shouldVerifyInTheMiddleOfARead() {
        rig.snapshot(SNAPSHOT);
        rig.rows("[6000,0,1]");
        rig.rows("[6000,2,1]");
        rig.checksum(RIGHT);
        rig.rows("[6000,0,1]");
        rig.burstEnd();

        assertEquals(1, rig.figure(Figure.CHECKSUMS_PASSED));
        assertEquals(0, rig.figure(Figure.CHECKSUMS_FAILED));
    }

    @Test
    void shouldAskForSnapshotWhenChecksumDiffers() {
        rig.snapshot(SNAPSHOT);
        rig.told();
        rig.checksum(WRONG);
        rig.burstEnd();

        assertEquals(List.of(RESYNC, "resyncing"), rig.told());
        assertEquals(1, rig.figure(Figure.CHECKSUMS_FAILED));
        assertEquals(Health.RESYNCING, rig.figure(Figure.BOOK_HEALTH));
        assertFalse(book.isWhole());
        assertFalse(book.isHealthy());
    }

    @Test
    void shouldSkipChecksumsUntilSnapshotComes() {
        rig.snapshot(SNAPSHOT);
        rig.checksum(WRONG);
        rig.checksum(WRONG);
        rig.checksum(RIGHT);
        assertEquals(2, rig.figure(Figure.CHECKSUMS_SKIPPED));
        rig.told();

        rig.snapshot(SNAPSHOT);
        rig.checksum(RIGHT);

        assertEquals(List.of("live"), rig.told());
        assertEquals(1, rig.figure(Figure.CHECKSUMS_PASSED));
        assertEquals(1, rig.figure(Figure.CHECKSUMS_FAILED));
    }

    @Test
    void shouldGoOnTellingBurstsWhileResyncing() {
        rig.snapshot(SNAPSHOT);
        rig.checksum(WRONG);
        rig.burstEnd();
        rig.told();

        rig.burst("[6001,1,1]");

        assertEquals(List.of("resyncing"), rig.told());
    }

    @Test
    void shouldSkipChecksumWhenNoSnapshotCameOrSessionResyncs() {
        rig.burst("[6000,1,1]");
        rig.checksum(WRONG);
        rig.snapshot(SNAPSHOT);
        rig.status(Health.RESYNCING);
        rig.checksum(WRONG);

        assertEquals(2, rig.figure(Figure.CHECKSUMS_SKIPPED));
        assertEquals(0, rig.figure(Figure.CHECKSUMS_FAILED));
    }

    @Test
    void shouldSkipChecksumsOfFunding() {
        BookRig funding = new BookRig(ChannelSpec.book("fUSD"));
        funding.snapshot("[0.0001,2,1,5]");
        funding.checksum(WRONG);

        assertEquals(1, funding.figure(Figure.CHECKSUMS_SKIPPED));
        assertTrue(funding.book().isHealthy());
    }

    private void failAndComeAnew() {
        rig.checksum(WRONG);
        rig.snapshot(SNAPSHOT);
    }

    @Test
    void shouldMarkBookBadWhenItFailsAfterThreeSnapshotsInAMinute() {
        rig.snapshot(SNAPSHOT);
        for (int i = 0; i < 3; i++) {
            failAndComeAnew();
        }
        rig.told();

        rig.checksum(WRONG);
        rig.burstEnd();

        assertEquals(List.of("checksum-bad"), rig.told());
        assertEquals(Health.CHECKSUM_BAD, rig.figure(Figure.BOOK_HEALTH));
        assertEquals(4, rig.figure(Figure.CHECKSUMS_FAILED));
        assertTrue(book.isWhole(), "checksums are still looked at");
    }

    @Test
    void shouldBeGoodAgainWhenChecksumPasses() {
        rig.snapshot(SNAPSHOT);
        for (int i = 0; i < 3; i++) {
            failAndComeAnew();
        }
        rig.checksum(WRONG);
        rig.told();

        rig.checksum(RIGHT);
        rig.burstEnd();
        rig.pass(120 * SECOND_NS);

        assertEquals(List.of("live"), rig.told());
    }

    @Test
    void shouldStayBadAfterSnapshotUntilChecksumPasses() {
        rig.snapshot(SNAPSHOT);
        for (int i = 0; i < 3; i++) {
            failAndComeAnew();
        }
        rig.checksum(WRONG);
        rig.told();

        rig.snapshot(SNAPSHOT);
        assertEquals(List.of("checksum-bad"), rig.told());
        rig.checksum(RIGHT);

        assertTrue(book.isHealthy());
    }

    @Test
    void shouldAskAgainWhenTheMinuteHasPassed() {
        rig.snapshot(SNAPSHOT);
        for (int i = 0; i < 3; i++) {
            failAndComeAnew();
            rig.nowNs += SECOND_NS;
        }
        rig.checksum(WRONG);
        rig.told();

        rig.pass(57 * SECOND_NS - 1);
        assertEquals(List.of("checksum-bad"), rig.told());
        rig.pass(1);

        assertEquals(List.of(RESYNC, "resyncing checksum-bad"), rig.told());
        rig.snapshot(SNAPSHOT);
        rig.checksum(RIGHT);
        rig.burstEnd();
        assertEquals(List.of("checksum-bad", "live"), rig.told());
    }

    @Test
    void shouldAskAgainWhenRequestWasNotTaken() {
        rig.snapshot(SNAPSHOT);
        rig.takesResyncs = false;
        rig.checksum(WRONG);
        rig.burstEnd();
        assertEquals(List.of("live", RESYNC, RESYNC, "resyncing"), rig.told());

        rig.takesResyncs = true;
        rig.pass(1);
        rig.pass(1);

        assertEquals(List.of(RESYNC), rig.told());
    }

    @Test
    void shouldAskForSnapshotWhenThereIsNoRoom() {
        BookRig best = new BookRig(ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F0", 1));
        best.snapshot("[[100,1,1],[1000,1,-1]]");
        best.told();
        for (int i = 1; i <= 66; i++) {
            best.rows("[" + (100 + i) + ",1,1]");
        }

        assertEquals(List.of("resync more levels than there is room for"), best.told());
        assertEquals(166, best.book().bidPrice());
        assertEquals(66, best.book().bidLevels(), "the worst is gone");
        assertEquals(1, best.book().dropped());
        assertFalse(best.book().isWhole());
        best.snapshot("[[100,1,1],[1000,1,-1]]");
        assertEquals(List.of("live"), best.told());
    }

    @Test
    void shouldAskForSnapshotWhenBookStaysTooLong() {
        BookRig best = new BookRig(ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F0", 1));
        best.snapshot("[[100,1,1],[1000,1,-1]]");
        best.burst("[99,1,1]");
        best.told();

        best.pass(SECOND_NS);
        assertEquals(List.of(), best.told());
        best.pass(1);

        assertEquals(List.of("resync more levels than subscribed", "resyncing"), best.told());
        best.snapshot("[[100,1,1],[1000,1,-1]]");
        assertEquals(List.of("live"), best.told());
    }

    @Test
    void shouldBeGoodAgainAfterSnapshotWhenNoChecksumSaidOtherwise() {
        BookRig best = new BookRig(ChannelSpec.book("fUSD", BookPrecision.P0, "F0", 1));
        for (int i = 0; i < 4; i++) {
            best.snapshot("[[0.1,2,1,1],[0.2,2,1,1]]");
            best.pass(SECOND_NS + 1);
        }
        assertEquals("checksum-bad", best.book().healthText());

        best.snapshot("[[0.1,2,1,1]]");

        assertTrue(best.book().isHealthy());
    }
}
