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
        result.steady(new Steady(60, 1_200_000, 1_500_000, 50, 50, 100, 1_000, 0));
        for (String name :
                List.of(
                        "lost",
                        "sequenceGaps",
                        "malformed",
                        "unknown",
                        "checksumsFailed",
                        "reconnects",
                        "strategyExceptions",
                        "bytes")) {
            result.put(name, 0);
        }
        result.put("steadyEvents", 1_500_000);
        result.put("checksumsPassed", 1);
        result.put("healthyChannels", 300);
        result.add(burst(800_000, 1_999));
    }

    private static Burst burst(long frames, long drainMs) {
        return new Burst(2, frames, 10_000, drainMs, 3_000, 0, 0, 0);
    }

    private List<String> missed() {
        return Goals.of(PLAN, result).stream()
                .filter(goal -> !goal.held())
                .map(goal -> goal.what() + ": " + goal.was())
                .toList();
    }

    @Test
    void shouldMissNothingWhenAllHolds() {
        assertEquals(List.of(), missed());
    }

    @Test
    void shouldNameWhatIsLostWhenFramesAreMissing() {
        result.put("lost", 3);

        assertEquals(List.of("frames lost: 3"), missed());
    }

    @Test
    void shouldNameWhatIsLeftOutWhileTheLoadIsSteady() {
        result.steady(new Steady(60, 1_200_000, 1_500_000, 50, 50, 100, 1_000, 7));

        assertEquals(List.of("left out while steady: 7"), missed());
    }

    @Test
    void shouldNameTheBytesWhenEventsMakeThemAndNotWhatIsMadeOnce() {
        result.put("bytes", 16_384);
        assertEquals(List.of(), missed());

        result.put("bytes", 16_384 + 15_000);
        assertEquals(List.of("bytes per event, but 16 KiB once: 0.0100"), missed());
    }

    @Test
    void shouldNameTheBytesWhenNoEventWasCounted() {
        result.put("steadyEvents", 0);

        assertEquals(List.of("bytes per event, but 16 KiB once: 0.0000"), missed());
    }

    @Test
    void shouldNameTheDrainWhenABurstTakesTooLongOrNeverEnds() {
        result.add(burst(800_000, 2_000));
        result.add(burst(800_000, -1));

        assertEquals(
                List.of("burst 2: drained, ms: 2,000", "burst 3: drained, ms: never"), missed());
    }

    @Test
    void shouldNameTheRateWhenTheVenueSentLessThanWasAsked() {
        result.steady(new Steady(60, 600_000, 1_500_000, 50, 50, 100, 1_000, 0));

        assertEquals(List.of("steady rate, messages/s: 10,000"), missed());
    }

    @Test
    void shouldNameTheChannelsWhenSomeDoNotComeBack() {
        result.put("healthyChannels", 299);

        assertEquals(List.of("channels live at the end: 299"), missed());
    }
}
