package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Channel;
import io.hayate.model.Health;
import io.hayate.venue.FrameFault;
import io.hayate.venue.SnapshotFault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of market data when the venue does wrong. */
class MarketFaultTest {
    private static final String[] CHANNELS = {"book tBTCUSD P0 25", "book tBTCUSD R0 25"};

    private static MarketRig rig() {
        return MarketRig.simulated(Map.of(), CHANNELS);
    }

    private static MarketRig rigOfOneBook() {
        return MarketRig.simulated(Map.of(), CHANNELS[0]);
    }

    @Test
    void shouldHaveABookComeAnewWhenItsChecksumDiffers() {
        try (MarketRig rig = rigOfOneBook()) {
            rig.data().frames(FrameFault.WRONG_CHECKSUM, Channel.BOOK, 1);
            while (rig.data().faultsMade() == 0) {
                rig.rig.controls().advanceBooks(1); // one checksum of this book at most
            }
            rig.data().frames(FrameFault.WRONG_CHECKSUM, Channel.BOOK, 0);
            rig.rig.await(() -> rig.figure(0, Figure.CHECKSUMS_FAILED) == 1, rig::toString);

            rig.awaitChecksums(1);
            rig.awaitHealth(Health.LIVE);
            assertTrue(rig.figure(0, Figure.RESYNCS) > 0, rig::toString);
            assertEquals(1, rig.figure(0, Figure.CHECKSUMS_FAILED), rig::toString);
        }
    }

    @Test
    void shouldCallABookBadWhoseChecksumsStayWrong() {
        try (MarketRig rig = rigOfOneBook()) {
            rig.data().frames(FrameFault.WRONG_CHECKSUM, Channel.BOOK, 1);
            rig.moveUntil(() -> rig.figure(0, Figure.CHECKSUMS_FAILED) >= 4);

            rig.rig.await(() -> rig.health(0) == Health.CHECKSUM_BAD, rig::toString);
            assertEquals(3, rig.figure(0, Figure.RESYNCS), rig::toString);
            rig.moveUntil(
                    () -> rig.strategy.books.contains("book tBTCUSD P0 F0 25: checksum-bad"),
                    rig.strategy.books::toString);

            rig.data().frames(FrameFault.WRONG_CHECKSUM, Channel.BOOK, 0);
            rig.awaitChecksums(1);
            rig.awaitHealth(Health.LIVE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FrameFault.class,
            names = {"DROPPED", "DOUBLED", "SWAPPED", "SEQUENCE_SKIPPED", "SEQUENCE_REPEATED"})
    void shouldRepairAGapOnce(FrameFault fault) {
        try (MarketRig rig = rig()) {
            rig.awaitChecksums(2);
            rig.data().frames(fault, Channel.BOOK, 4);
            long made = rig.data().faultsMade();
            rig.moveUntil(() -> rig.data().faultsMade() > made, () -> "a fault");
            rig.data().frames(fault, Channel.BOOK, 0);

            rig.moveUntil(() -> rig.sum(Figure.GAPS) > 0 && rig.sum(Figure.RESYNCS) >= 2);
            rig.awaitChecksums(2);
            rig.awaitHealth(Health.LIVE);
            assertTrue(rig.rig.isLive());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SnapshotFault.class,
            names = {"MISSING", "EMPTY", "TWICE"})
    void shouldHaveABookOfItsChangesWhenTheSnapshotIsWrong(SnapshotFault fault) {
        try (MarketRig rig = rig()) {
            rig.awaitChecksums(2);
            rig.data().snapshots(Channel.BOOK, fault);

            rig.data().dropListeners(rig.channel(0).spec());

            rig.rig.await(() -> rig.rig.totals().clients() == 3, rig::toString);
            rig.moveUntil(
                    () ->
                            rig.health(0) == Health.LIVE
                                    || rig.figure(0, Figure.CHECKSUMS_FAILED) > 0);
            rig.data().snapshots(Channel.BOOK, SnapshotFault.NONE);
            rig.awaitChecksums(2);
            rig.moveUntil(() -> rig.health(0) == Health.LIVE && rig.health(1) == Health.LIVE);
        }
    }

    @Test
    void shouldTakeASnapshotThatComesAgain() {
        try (MarketRig rig = rig()) {
            rig.move(20);
            rig.data().sendSnapshots(Channel.BOOK);

            rig.awaitChecksums(2);
            rig.assertNothingWrong();
        }
    }

    @Test
    void shouldNotMindFramesOutOfSeason() {
        try (MarketRig rig = rig()) {
            rig.data().heartbeatBeforeSubscribed(true);
            rig.data().lateFrames(3);
            rig.data().frames(FrameFault.WRONG_CHECKSUM, Channel.BOOK, 1);
            rig.moveUntil(() -> rig.figure(0, Figure.CHECKSUMS_FAILED) >= 1);
            rig.data().frames(FrameFault.WRONG_CHECKSUM, Channel.BOOK, 0);

            rig.awaitChecksums(2);
            rig.awaitHealth(Health.LIVE);
            assertEquals(0, rig.rig.count(Counter.FRAMES_UNKNOWN), rig::toString);
        }
    }
}
