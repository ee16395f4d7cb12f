package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timers as a strategy sets and sees them. */
class TimersTest {
    private final RecordingStrategy strategy = new RecordingStrategy();
    private final RunnerRig rig = new RunnerRig(strategy);
    private StrategyContext context;

    @BeforeEach
    void start() {
        rig.tick(0);
        context = strategy.context;
        strategy.seen.clear();
    }

    /** Lets so much time pass and returns what came. */
    private List<String> seenAfter(long ms) {
        strategy.seen.clear();
        rig.tick(ms);
        return strategy.seen;
    }

    @Test
    void shouldComeOnceWhenItIsDueAndNotBefore() {
        context.schedule(5, 100);

        assertEquals(List.of(), seenAfter(99));
        assertEquals(List.of("onTimer 5"), seenAfter(1));
        assertEquals(List.of(), seenAfter(1_000));
    }

    @Test
    void shouldCountFromTheStartWhenItIsSetThere() {
        RecordingStrategy early = new RecordingStrategy();
        RunnerRig fresh = new RunnerRig(early);
        early.on("onStart", () -> early.context.schedule(0, 10_000));

        fresh.tick(0);
        fresh.tick(9_999);
        assertEquals(List.of("onStart"), early.seen);
        fresh.tick(1);

        assertEquals(List.of("onStart", "onTimer 0"), early.seen);
    }

    @Test
    void shouldComeEveryPeriodWithoutDrift() {
        context.scheduleEvery(0, 100);

        assertEquals(List.of(), seenAfter(99));
        assertEquals(List.of("onTimer 0"), seenAfter(31));
        assertEquals(List.of(), seenAfter(69));
        assertEquals(List.of("onTimer 0"), seenAfter(1));
    }

    @Test
    void shouldComeOnceWhenSeveralPeriodsWereMissed() {
        context.scheduleEvery(0, 100);

        assertEquals(List.of("onTimer 0"), seenAfter(1_050));
        assertEquals(List.of(), seenAfter(99));
        assertEquals(List.of("onTimer 0"), seenAfter(1));
    }

    @Test
    void shouldMoveWhenItIsSetAgain() {
        context.schedule(0, 100);
        rig.tick(90);
        context.schedule(0, 100);

        assertEquals(List.of(), seenAfter(99));
        assertEquals(List.of("onTimer 0"), seenAfter(1));
    }

    @Test
    void shouldComeOnceWhenAPeriodicTimerIsSetToComeOnce() {
        context.scheduleEvery(0, 10);
        context.schedule(0, 10);

        assertEquals(List.of("onTimer 0"), seenAfter(10));
        assertEquals(List.of(), seenAfter(10));
    }

    @Test
    void shouldNotComeWhenItWasCanceled() {
        context.schedule(0, 10);
        context.scheduleEvery(1, 10);
        context.cancelTimer(0);
        context.cancelTimer(1);
        context.cancelTimer(2);

        assertEquals(List.of(), seenAfter(1_000));
    }

    @Test
    void shouldComeAtTheNextTickWhenItIsDueAtOnce() {
        context.schedule(0, 0);

        assertEquals(List.of("onTimer 0"), seenAfter(0));
    }

    @Test
    void shouldComeWithTheNextTickWhenItIsSetAgainFromWithinItself() {
        strategy.on("onTimer", () -> context.schedule(4, 0));
        context.schedule(4, 10);

        assertEquals(List.of("onTimer 4"), seenAfter(10));
        assertEquals(List.of("onTimer 4"), seenAfter(0));
    }

    @Test
    void shouldStopComingWhenItIsCanceledFromWithinItself() {
        strategy.on("onTimer", () -> context.cancelTimer(4));
        context.scheduleEvery(4, 10);

        assertEquals(List.of("onTimer 4"), seenAfter(10));
        assertEquals(List.of(), seenAfter(1_000));
    }

    @Test
    void shouldHaveSixtyFourThatComeInTheOrderOfTheirNumbers() {
        for (int id = StrategyContext.TIMERS - 1; id >= 0; id--) {
            context.schedule(id, 10);
        }

        List<String> seen = seenAfter(10);
        assertEquals(64, seen.size());
        assertEquals("onTimer 0", seen.get(0));
        assertEquals("onTimer 63", seen.get(63));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 64, Integer.MAX_VALUE})
    void shouldRefuseATimerThatThereIsNot(int timerId) {
        assertThrows(IllegalArgumentException.class, () -> context.schedule(timerId, 1));
        assertThrows(IllegalArgumentException.class, () -> context.scheduleEvery(timerId, 1));
        assertThrows(IllegalArgumentException.class, () -> context.cancelTimer(timerId));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 10_000_000_000_000L, Long.MAX_VALUE})
    void shouldRefuseATimeThatCannotBeMeant(long ms) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> context.schedule(0, ms));
        assertTrue(refusal.getMessage().endsWith("ms away: was " + ms), refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> context.scheduleEvery(0, ms));
        assertThrows(IllegalArgumentException.class, () -> context.scheduleEvery(0, 0));
    }
}
