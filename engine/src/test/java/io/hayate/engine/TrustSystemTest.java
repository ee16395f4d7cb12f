package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Channel;
import io.hayate.venue.FrameFault;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A book that says that it is healthy is the venue's, whatever happens to frames on the way. */
class TrustSystemTest {
    private static final int STEPS = 8;

    @TempDir Path state;

    @ParameterizedTest
    @CsvSource({"one-thread, 1", "split, 1", "split, 2"})
    void shouldHoldTheVenuesBooksAtEveryStep(String topology, int loops) {
        try (TrustRig rig = new TrustRig(state, topology, loops)) {
            for (int i = 0; i < 10 * STEPS; i++) {
                rig.step();
            }

            rig.stepUntilHealed();
            assertTrue(rig.healthy() > 10 * STEPS, "" + rig.healthy());
            assertEquals(0, rig.market.sum(Figure.GAPS), rig.market::toString);
            assertEquals(0, rig.market.sum(Figure.RESYNCS), rig.market::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "one-thread, 1, DROPPED",
        "split, 1, DROPPED",
        "split, 2, DROPPED",
        "one-thread, 1, DOUBLED",
        "split, 1, DOUBLED",
        "split, 2, DOUBLED",
        "one-thread, 1, SWAPPED",
        "split, 1, SWAPPED",
        "split, 2, SWAPPED",
        "one-thread, 1, CORRUPTED",
        "split, 1, CORRUPTED",
        "split, 2, CORRUPTED",
        "one-thread, 1, CUT",
        "split, 1, CUT",
        "split, 2, CUT",
        "one-thread, 1, SEQUENCE_SKIPPED",
        "split, 1, SEQUENCE_SKIPPED",
        "split, 2, SEQUENCE_SKIPPED",
        "one-thread, 1, SEQUENCE_REPEATED",
        "split, 1, SEQUENCE_REPEATED",
        "split, 2, SEQUENCE_REPEATED"
    })
    void shouldTellNoWrongBookAsHealthyWhenEveryNthFrameGoesWrong(
            String topology, int loops, FrameFault fault) {
        try (TrustRig rig = new TrustRig(state, topology, loops)) {
            rig.stepUntilHealed();
            for (int everyNth : new int[] {1, 3, 20}) {
                long gaps = rig.market.rig.count(Counter.SEQUENCE_GAPS);
                rig.data().frames(fault, null, everyNth);
                rig.stepUntilFaults(rig.data().faultsMade() + 3);
                for (int i = 0; i < STEPS; i++) {
                    rig.step();
                }
                rig.data().frames(fault, null, 0);

                rig.reconnect();
                rig.stepUntilHealed();
                assertTrue(
                        rig.market.rig.count(Counter.SEQUENCE_GAPS) > gaps, rig.market::toString);
            }
        }
    }

    /** Each amount is another than the venue's, and each number right: the checksum alone can tell. */
    @ParameterizedTest
    @CsvSource({"one-thread, 1", "split, 1", "split, 2"})
    void shouldNotTrustABookAnyMoreOnceItsChecksumsCouldTell(String topology, int loops) {
        try (TrustRig rig = new TrustRig(state, topology, loops)) {
            rig.stepUntilHealed();

            rig.data().replaceElement(Channel.BOOK, 2, "1.7e-7");
            rig.stepUntilBad();
            rig.data().replaceElement(Channel.BOOK, -1, "");
            rig.reconnect();

            rig.stepUntilHealed();
            assertEquals(0, rig.market.sum(Figure.GAPS), rig.market::toString);
        }
    }
}
