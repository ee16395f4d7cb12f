package io.hayate.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SuspectedDoubtTest {
    private static final int ROUNDS = 2_000;

    private final AccountDoubt doubt = new AccountDoubt();

    @Test
    void shouldBeThereFromTheSuspicionOn() {
        doubt.suspect("two ends of one order");

        assertTrue(doubt.exists());
        assertFalse(doubt.isBegun());
        assertEquals("two ends of one order", doubt.reason());
    }

    @Test
    void shouldOutlastTheEndOfAnotherDoubt() {
        doubt.begin("a frame was lost");
        doubt.suspect("two ends of one order");
        doubt.end();

        assertTrue(doubt.exists());
        assertEquals("two ends of one order", doubt.reason());
    }

    /** The strategy's thread suspects and asks, the loop takes that up: at no moment is there none. */
    @Test
    void shouldNotBeGoneWhileTheLoopTakesItUp() throws InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread loop =
                new Thread(
                        () -> {
                            while (!isOver.get()) {
                                long count = doubt.suspicions();
                                if (count > doubt.takenUp()) {
                                    doubt.begin(doubt.suspicion());
                                    doubt.takeUp(count);
                                }
                                Thread.onSpinWait();
                            }
                        });
        loop.start();
        int gone = 0;
        for (int i = 1; i <= ROUNDS; i++) {
            doubt.suspect("round");
            while (doubt.takenUp() < i) {
                gone += doubt.exists() ? 0 : 1;
                Thread.onSpinWait();
            }
            gone += doubt.exists() ? 0 : 1;
            doubt.end(); // for the loop, which has nothing to do now
        }
        isOver.set(true);
        loop.join();

        assertEquals(0, gone);
    }
}
