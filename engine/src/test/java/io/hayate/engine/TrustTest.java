package io.hayate.engine;

import io.hayate.venue.FrameFault;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A book that says that it is healthy is the venue's, whatever happens to frames on the way: each fault
 * with each of 20 seeds, which replay.
 */
class TrustTest {
    private static final int SEEDS = 20;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    static Stream<Arguments> faults() {
        return Stream.of(FrameFault.values())
                .flatMap(fault -> seeds().mapToObj(seed -> Arguments.of(fault, seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldHoldTheVenuesBooksAtEveryStep(long seed) {
        try (TrustRig rig = TrustRig.simulated(seed)) {
            rig.stepInPeace();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void shouldTellNoWrongBookAsHealthyWhenEveryNthFrameGoesWrong(FrameFault fault, long seed) {
        try (TrustRig rig = TrustRig.simulated(seed)) {
            rig.stepUntilHealed();
            for (int everyNth : new int[] {1, 3, 20}) {
                rig.suffer(fault, everyNth);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNotTrustABookAnyMoreOnceItsChecksumsCouldTell(long seed) {
        try (TrustRig rig = TrustRig.simulated(seed)) {
            rig.sufferWrongAmounts();
        }
    }
}
