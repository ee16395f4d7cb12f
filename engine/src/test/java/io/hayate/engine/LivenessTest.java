package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LivenessTest {
    private final Queue<Runnable> first = new ArrayDeque<>();
    private final Queue<Runnable> second = new ArrayDeque<>();
    private long turns;
    private final Liveness liveness = new Liveness(List.of(first::add, second::add), () -> turns);

    private static void turn(Queue<Runnable> loop) {
        while (!loop.isEmpty()) {
            loop.remove().run();
        }
    }

    private void turnAll() {
        turn(first);
        turn(second);
        turns += 2;
    }

    @Test
    void shouldBeTrueOnceForEachTurnOfAll() {
        assertFalse(liveness.haveTurned());

        turnAll();
        assertTrue(liveness.haveTurned());
        assertFalse(liveness.haveTurned());

        turnAll();
        assertTrue(liveness.haveTurned());
    }

    @Test
    void shouldBeFalseWhileALoopStandsStill() {
        turn(first);
        turns++;

        assertFalse(liveness.haveTurned());
        turn(second);
        assertTrue(liveness.haveTurned());
    }

    @Test
    void shouldBeFalseWhileTheStrategyStandsStill() {
        turnAll();
        assertTrue(liveness.haveTurned());
        turn(first);
        turn(second);

        assertFalse(liveness.haveTurned());
    }

    @Test
    void shouldAskALoopOnceHoweverOftenItIsLookedAt() {
        for (int i = 0; i < 1_000; i++) {
            assertFalse(liveness.haveTurned());
        }

        assertEquals(1, first.size());
    }

    @Test
    void shouldBeFalseOnceALoopHasEnded() {
        Executor ended =
                task -> {
                    throw new RejectedExecutionException();
                };
        Liveness of = new Liveness(List.of(ended), () -> turns);

        turns++;

        assertFalse(of.haveTurned());
    }
}
