package io.hayate.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoalsTest {
    private static final LoadPlan PLAN = new LoadPlan(20_000, 1, 1, 20, 2, 30);

    private final LoadResult result = new LoadResult(300, 13);

    @BeforeEach
    void findEverythingRight() {
        result.steady(new Steady(60, 1_200_000, 1_500_000, 50, 50, 100, 1_000));
        for (String name :
                List.of(
                        "lost",
                        "sequenceGaps",
                        "malformed",
                        "unknown",
                        "checksumsFailed",
                        "reconnects",
                        "strategyExceptions",
                        "bytesPerEvent")) {
            result.put(name, 0);
        }
        result.put("checksumsPassed", 1);
        result.put("healthyChannels", 300);
        result.add(burst(800_000, 1_999));
    }

    private static Burst burst(long frames, long drainMs) {
        return new Burst(2, frames, 10_000, drainMs, 3_000, 0, 0, 0);
    }

    @Test
    void shouldMissNothingWhenAllHolds() {
        assertEquals(List.of(), Goals.missed(PLAN, result));
    }

    @Test
    void shouldNameWhatIsLostWhenFramesAreMissing() {
        result.put("lost", 3);

        assertEquals(List.of("lost must be 0: was 3.00"), Goals.missed(PLAN, result));
    }

    @Test
    void shouldNameTheDrainWhenABurstTakesTooLongOrNeverEnds() {
        result.add(burst(800_000, 2_000));
        result.add(burst(800_000, -1));

        assertEquals(
                List.of("ms to drain a burst: was 2000.00", "ms to drain a burst: was -1.00"),
                Goals.missed(PLAN, result));
    }

    @Test
    void shouldNameTheRateWhenTheVenueSentLessThanWasAsked() {
        result.steady(new Steady(60, 600_000, 1_500_000, 50, 50, 100, 1_000));

        assertEquals(List.of("rate: was 10000.00"), Goals.missed(PLAN, result));
    }

    @Test
    void shouldNameTheChannelsWhenSomeDoNotComeBack() {
        result.put("healthyChannels", 299);

        assertEquals(
                List.of("all channels must be live at the end, were: was 299.00"),
                Goals.missed(PLAN, result));
    }
}
