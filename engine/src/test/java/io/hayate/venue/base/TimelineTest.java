package io.hayate.venue.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final long MS = 1_000_000;

    private final Timeline timeline = new Timeline(7, 5 * MS);
    private final List<String> done = new ArrayList<>();

    private Timeline.Timer timer(String name) {
        return timeline.timer(() -> done.add(name));
    }

    @Test
    void shouldRunWhatIsDueByTimeThenInTheOrderOfTheRequests() {
        timer("late").afterMs(3);
        timer("first").afterMs(1);
        timer("second").afterMs(1);

        assertEquals(6 * MS, timeline.nextDueNs());
        timeline.advance(7, 6 * MS - 1);
        assertEquals(List.of(), done);
        timeline.advance(7, 6 * MS);
        assertEquals(List.of("first", "second"), done);
        timeline.advance(7, 100 * MS);
        assertEquals(List.of("first", "second", "late"), done);
        assertEquals(Timeline.NEVER, timeline.nextDueNs());
    }

    @Test
    void shouldRunAgainAndAgainAtItsPeriodHoweverLateTimeIsTold() {
        Timeline.Timer timer = timer("beat");
        timer.everyMs(10);
        timeline.advance(7, 16 * MS);
        timeline.advance(7, 45 * MS);

        assertEquals(4, done.size());
        assertEquals(55 * MS, timeline.nextDueNs());
        timer.cancel();
        assertFalse(timer.isRunning());
        assertEquals(Timeline.NEVER, timeline.nextDueNs());
    }

    @Test
    void shouldRunWhatIsStartedWithoutDelayBehindAllThatIsDueNow() {
        timeline.timer(() -> timer("then").afterMs(0)).afterMs(0);
        timer("now").afterMs(0);

        timeline.runDue();

        assertEquals(List.of("now", "then"), done);
    }

    @Test
    void shouldStartAgainFromTheNewTimeWhenItRunsAlready() {
        Timeline.Timer timer = timer("once");
        timer.afterMs(1);
        timer.afterMs(4);
        timeline.advance(7, 8 * MS);
        assertTrue(timer.isRunning());

        timeline.advance(7, 9 * MS);

        assertEquals(List.of("once"), done);
        timer.cancel(); // nothing
        timer.afterMs(1);
        timeline.advance(7, 10 * MS);
        assertEquals(2, done.size());
    }

    @Test
    void shouldNotGoBack() {
        timeline.advance(7, 1);

        assertEquals(5 * MS, timeline.nanoTime());
    }

    @Test
    void shouldKeepTheOrderWhateverIsStartedAndCancelled() {
        record Due(long timeMs, int number) {}
        Random64 random = new Random64(11);
        List<Due> expected = new ArrayList<>();
        List<Timeline.Timer> timers = new ArrayList<>();
        for (int number = 0; number < 3_000; number++) {
            String name = Integer.toString(number);
            Due due = new Due(random.below(200), number);
            timers.add(timer(name));
            timers.get(number).afterMs(due.timeMs());
            expected.add(due);
            if (random.below(3) == 0) {
                int canceled = random.below(number + 1);
                timers.get(canceled).cancel();
                expected.removeIf(each -> each.number() == canceled);
            }
        }
        expected.sort(Comparator.comparingLong(Due::timeMs).thenComparingInt(Due::number));

        for (int ms = 0; ms < 200; ms += 7) {
            timeline.advance(7, (5 + ms) * MS);
        }
        timeline.advance(7, 300 * MS);

        assertEquals(expected.stream().map(due -> Integer.toString(due.number())).toList(), done);
    }

    @Test
    void shouldRefuseTimersBeyondItsBound() {
        for (int i = 0; i < Timeline.TIMERS_MAX; i++) {
            timer("").afterMs(1);
        }

        assertThrows(IllegalStateException.class, () -> timer("").afterMs(1));
    }
}
