package io.hayate.engine;

import io.hayate.venue.FrameFault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A book that says that it is healthy is the venue's, also where the strategy reads on one thread what
 * one or two others write. {@link TrustTest} has all faults.
 */
class TrustSystemTest {
    @TempDir Path state;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void shouldHoldTheVenuesBooksAcrossThreads(int loops) {
        try (TrustRig rig = TrustRig.threaded(state, loops)) {
            rig.stepInPeace();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, DROPPED", "2, DROPPED", "2, SWAPPED", "2, CORRUPTED"})
    void shouldTellNoWrongBookAsHealthyAcrossThreads(int loops, FrameFault fault) {
        try (TrustRig rig = TrustRig.threaded(state, loops)) {
            rig.stepUntilHealed();
            for (int everyNth : new int[] {1, 3, 20}) {
                rig.suffer(fault, everyNth);
            }
        }
    }

    @Test
    void shouldNotTrustABookOfAnotherThreadOnceItsChecksumsCouldTell() {
        try (TrustRig rig = TrustRig.threaded(state, 2)) {
            rig.sufferWrongAmounts();
        }
    }
}
