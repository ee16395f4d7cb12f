package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnWatchTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final TurnWatch watch = new TurnWatch();
    private final List<String> told = new ArrayList<>();
    private long nowNs = -5 * SECOND;

    private void pass(long seconds) {
        nowNs += seconds * SECOND;
        watch.look(nowNs, told::add);
    }

    @Test
    void shouldTellOfATurnThatLastsEachTimeThatItHasDoubled() {
        watch.onBegin();
        for (int i = 0; i <= 9; i++) {
            pass(i == 0 ? 0 : 1);
        }
        watch.onEnd();
        pass(1);
        pass(1);

        String stuck = "a callback of the strategy has not returned for ";
        String rest = " s: no event is handled meanwhile";
        assertEquals(
                List.of(
                        stuck + 1 + rest,
                        stuck + 2 + rest,
                        stuck + 4 + rest,
                        stuck + 8 + rest,
                        "the callback of the strategy has returned: events are handled again"),
                told);
    }

    @Test
    void shouldTellNothingOfManyTurnsNorOfNone() {
        for (int i = 0; i < 100; i++) {
            watch.onBegin();
            pass(10);
            watch.onEnd();
        }
        pass(1_000);

        assertEquals(List.of(), told);
        assertEquals(0, watch.stuckNs(nowNs + 1_000 * SECOND));
    }
}
