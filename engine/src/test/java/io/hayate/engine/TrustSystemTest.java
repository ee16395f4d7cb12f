package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.venue.FrameFault;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A book that says that it is healthy is the venue's, whatever happens to frames on the way. */
class TrustSystemTest {
    private static final int STEPS = 8;

    @TempDir Path state;

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldHoldTheVenuesBooksAtEveryStep(String topology) {
        try (TrustRig rig = new TrustRig(state, topology)) {
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
        "one-thread, DROPPED",
        "split, DROPPED",
        "one-thread, DOUBLED",
        "split, DOUBLED",
        "one-thread, SWAPPED",
        "split, SWAPPED",
        "one-thread, CORRUPTED",
        "split, CORRUPTED",
        "one-thread, CUT",
        "split, CUT",
        "one-thread, SEQUENCE_SKIPPED",
        "split, SEQUENCE_SKIPPED",
        "one-thread, SEQUENCE_REPEATED",
        "split, SEQUENCE_REPEATED"
    })
    void shouldTellNoWrongBookAsHealthyWhenEveryNthFrameGoesWrong(
            String topology, FrameFault fault) {
        try (TrustRig rig = new TrustRig(state, topology)) {
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
}
