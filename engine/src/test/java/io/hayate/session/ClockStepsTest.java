package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.MarketConfig;
import io.hayate.intake.VenueClock;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.session.pool.ClockWatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of the age of data while this machine's clocks step, sleep and drift. */
class ClockStepsTest {
    private static final long UNKNOWN = ChannelStatistics.UNKNOWN_AGE_MS;
    private static final long VENUE_AHEAD_MS = 1_574_694_600_000L; // of the monotonic clock

    private final SessionRig rig =
            new SessionRig(MarketConfig.DEFAULTS, ChannelSpec.ticker("tBTCUSD"));
    private int cid;
    private int sequence;

    @BeforeEach
    void comeLive() {
        rig.comeLive(7);
        rig.pass(10);
        pong(0);
        rig.pass(10);
        ticker(5_000);
        rig.drainAll();
        rig.transport.clearSent();
    }

    private long venueMs() {
        return rig.nowNs() / 1_000_000 + VENUE_AHEAD_MS;
    }

    /** Answers the last ping after so many ms of trip. */
    private void pong(int tripMs) {
        cid++;
        rig.pass(tripMs);
        rig.receive(
                "{\"event\":\"pong\",\"ts\":" + (venueMs() - tripMs / 2) + ",\"cid\":" + cid + "}");
    }

    private void ticker(long ageMs) {
        rig.receive("[7,[1,1,1,1,1,1,100,1,1,1]," + ++sequence + "," + (venueMs() - ageMs) + "]");
    }

    private long age() {
        return rig.statistics.get(0, Figure.LAST_AGE_MS);
    }

    private long health() {
        return rig.statistics.get(0, Figure.HEALTH);
    }

    @Test
    void shouldKnowTheAgeBeforeAnyStep() {
        assertEquals(5_000, age());
        assertEquals(Health.LIVE, health());
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_000, 60_000, -2_000, 2_000, -150, 150, 3_600_000})
    void shouldTellAStepAndKnowNoAgeUntilTheNextPing(long stepMs) {
        rig.wallStepMs = stepMs;
        rig.pass(10);

        assertEquals(UNKNOWN, age());
        assertTrue(Double.isNaN(rig.venueClock.clockOffsetMs()));
        assertTrue(rig.drainAll().toString().contains("says the clock stepped "));
        ticker(5_000);
        assertEquals(UNKNOWN, age());
        assertEquals(List.of("{\"event\":\"ping\",\"cid\":2}"), rig.transport.sent());

        pong(40);
        rig.pass(10);
        ticker(5_000);

        assertEquals(5_000, age());
        assertEquals(Health.LIVE, health());
        assertEquals((double) (VENUE_AHEAD_MS - stepMs), rig.venueClock.clockOffsetMs());
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_000, 60_000, -2_000, 2_000})
    void shouldNotReckonWithAnAnswerToAPingFromBeforeTheStep(long stepMs) {
        rig.pass(15_000);
        assertEquals(1, rig.transport.sent().size());

        rig.wallStepMs = stepMs;
        rig.pass(10);
        pong(0);

        assertTrue(Double.isNaN(rig.venueClock.clockOffsetMs()));
        pong(10);
        assertFalse(Double.isNaN(rig.venueClock.clockOffsetMs()));
    }

    /** The loop that looks at the clocks may be another than the one that reads the answer. */
    @Test
    void shouldNotReckonWithAnAnswerThatComesBeforeItsLoopKnowsOfTheStep() {
        rig.pass(15_000);
        rig.venueClock.onStep(false);

        pong(0);

        assertTrue(Double.isNaN(rig.venueClock.clockOffsetMs()));
    }

    /** While the machine sleeps the monotonic clock stands still: what is known is as old as that. */
    @Test
    void shouldNotTrustWhatCameBeforeTheMachineSlept() {
        rig.wallStepMs = 3_600_000;
        rig.pass(10);

        assertEquals(Health.STALE, health());
        ticker(0);
        assertEquals(Health.LIVE, health());
    }

    @Test
    void shouldTrustWhatCameBeforeAStepBack() {
        rig.wallStepMs = -60_000;
        rig.pass(10);

        assertEquals(Health.LIVE, health());
    }

    @Test
    void shouldTellStepsOnceInTenSeconds() {
        for (int i = 1; i <= 20; i++) {
            rig.wallStepMs = i % 2 == 0 ? 0 : 5_000;
            rig.pass(10);
        }

        List<String> words = rig.drain();
        assertEquals(1, words.stream().filter(text -> text.contains("stepped")).count());
    }

    @Test
    void shouldFollowAClockThatIsCorrectedSlowly() {
        for (int i = 0; i < 6_000; i++) {
            rig.wallStepMs += i % 2; // 50 ms a second
            rig.pass(10);
            if (i % 100 == 0) {
                ticker(0);
                rig.drain();
            }
        }

        ticker(5_000);
        assertEquals(5_000, age());
        assertFalse(rig.drain().toString().contains("stepped"));
    }

    /** The venue's clock, or the monotonic one, has moved: the fastest answer of before is wrong. */
    @Test
    void shouldGiveUpWhatAnAnswerContradicts() {
        VenueClock clock = new VenueClock();
        clock.onPong(1_000_000, 0, 0, 1_000);
        clock.onPong(40_000_000, 15_000_000_000L, 15_000, 16_000);
        assertEquals(1, clock.roundTripMs());

        clock.onPong(40_000_000, 30_000_000_000L, 30_000, 36_000);

        assertEquals(6_020, clock.clockOffsetMs());
        assertEquals(40, clock.roundTripMs());
    }

    @Test
    void shouldSeeNoStepWhenItWasStoppedBetweenTheReadingsOfTheClocks() {
        long[] ms = {0};
        long[] stopMs = {0};
        ClockWatch watch =
                new ClockWatch(
                        () -> ms[0] * 1_000_000,
                        () -> {
                            ms[0] += stopMs[0];
                            return ms[0];
                        });
        List<Long> steps = new ArrayList<>();
        for (long stop : new long[] {0, 500, 0, 500, 500, 0}) {
            ms[0] += 10;
            stopMs[0] = stop;
            steps.add(watch.onTick());
        }

        assertEquals(Collections.nCopies(6, 0L), steps);
    }

    /** A replay has the time of each tick alone, and must not tell of a step of which the run told nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldBeSeenAlikeByAWatchThatIsGivenTheTimesOfItsTicksAlone(long seed) {
        Random random = new Random(seed);
        long[] us = {random.nextInt(1_000_000)}; // of the monotonic clock
        long[] aheadMs = {1_000}; // the wall clock
        ClockWatch watch =
                new ClockWatch(
                        () -> us[0] * 1_000,
                        () -> {
                            us[0] += random.nextInt(3) == 0 ? random.nextInt(300_000) : 1;
                            return us[0] / 1_000 + aheadMs[0];
                        });
        long[] told = {0, 0}; // ns and ms of a tick
        ClockWatch replayed = new ClockWatch(() -> told[0], () -> told[1]);

        for (int i = 0; i < 1_000; i++) {
            us[0] += random.nextInt(100_000);
            aheadMs[0] += random.nextInt(5) == 0 ? random.nextInt(1_000) - 500 : 0;
            long nowNs = us[0] * 1_000;
            us[0] += random.nextInt(3) == 0 ? random.nextInt(300_000) : 1; // before it looks
            long stepMs = watch.onTick();
            told[0] = nowNs;
            told[1] = watch.wallMs(nowNs);

            assertEquals(stepMs, replayed.onTick(), "at " + i);
        }
    }

    /** An age below 0 cannot be: the clocks disagree, and the data is not to be trusted. */
    @Test
    void shouldNotTrustDataThatWasSentLaterThanItCame() {
        ticker(-5_000);

        assertEquals(UNKNOWN, age());
        assertEquals(Health.CLOCK_BAD, health());
        assertEquals(
                List.of(
                        "ticker 0 last 100.0: clock-bad",
                        "channel 0 clock-bad: it was sent later than it came"),
                rig.drainAll());

        ticker(20);
        assertEquals(20, age());
        assertEquals(Health.LIVE, health());
    }

    @Test
    void shouldCallNewWhatLiesAheadByNoMoreThanTheClocksMayBeWrong() {
        ticker(-90);

        assertEquals(0, age());
        assertEquals(Health.LIVE, health());
    }

    @Test
    void shouldKnowNoAgeBeforeTheFirstAnswerAndOfAVenueThatTellsNoTime() {
        SessionRig early = new SessionRig(MarketConfig.DEFAULTS, ChannelSpec.ticker("tBTCUSD"));
        assertEquals(UNKNOWN, early.statistics.get(0, Figure.LAST_AGE_MS));
        early.comeLive(7);
        early.receive("[7,[1,1,1,1,1,1,100,1,1,1],1," + VENUE_AHEAD_MS + "]");
        assertEquals(UNKNOWN, early.statistics.get(0, Figure.LAST_AGE_MS));

        rig.receive("[7,[1,1,1,1,1,1,100,1,1,1],2]");
        assertEquals(UNKNOWN, age());
    }
}
