package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.EventRing;
import io.hayate.model.IdleMode;
import java.util.concurrent.Semaphore;
import org.agrona.concurrent.Agent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StrategyThreadTest {
    private final Semaphore turns = new Semaphore(0);
    private final StrategyThread thread =
            new StrategyThread(
                    new Agent() {
                        @Override
                        public int doWork() {
                            turns.release();
                            return 0;
                        }

                        @Override
                        public String roleName() {
                            return "counting";
                        }
                    },
                    new EventRing(256, true),
                    IdleMode.BLOCKING);

    @Test
    void shouldTakeTurnsUntilItIsClosed() throws Exception {
        thread.start(() -> true);
        turns.acquire();

        thread.close();

        assertTrue(!thread.thread().isAlive());
    }

    @Test
    void shouldTakeNoTurnWhenItMayNotBegin() throws Exception {
        thread.start(() -> false);
        thread.thread().join();

        assertEquals(0, turns.availablePermits());
    }

    @Test
    void shouldTakeNoTurnWhenItIsClosedBeforeItMayBegin() throws Exception {
        Thread closer = new Thread(thread::close, "closer");
        thread.start(
                () -> {
                    closer.start();
                    awaitThatItJoins(closer);
                    return true;
                });
        thread.thread().join();
        closer.join();

        assertEquals(0, turns.availablePermits());
    }

    /** Then it has said that it closes, and waits for the end of the thread. */
    @SuppressWarnings("ThreadPriorityCheck") // the other is to get on meanwhile
    private static void awaitThatItJoins(Thread closer) {
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.yield();
        }
    }
}
