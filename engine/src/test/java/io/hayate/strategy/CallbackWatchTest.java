package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.SharedReads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class CallbackWatchTest {
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final List<String> told = new ArrayList<>();

    /** Looks twice, as if a callback had lasted for so long in between. */
    private void look(CallbackWatch watch, long ms) {
        watch.look(0, told::add);
        watch.look(ms * MS, told::add);
    }

    @Test
    void shouldInterruptACallbackThatLastsTooLong() {
        CallbackWatch watch = new CallbackWatch(100, SharedReads.PLAIN);
        watch.begin();
        watch.enter("slow");
        look(watch, 100);

        assertTrue(Thread.currentThread().isInterrupted());
        assertTrue(watch.leave());
        assertFalse(Thread.currentThread().isInterrupted());
        assertFalse(watch.leave());
        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("strategy slow is interrupted"), told.get(0));
    }

    @Test
    void shouldLeaveAloneWhatDoesNotLastAsLong() {
        CallbackWatch watch = new CallbackWatch(100, SharedReads.PLAIN);
        watch.begin();
        watch.enter("fast");
        look(watch, 99);

        assertFalse(Thread.currentThread().isInterrupted());
        assertFalse(watch.leave());
    }

    @Test
    void shouldInterruptNothingOutsideOfACallback() {
        CallbackWatch watch = new CallbackWatch(100, SharedReads.PLAIN);
        watch.begin();
        watch.enter("one");
        assertFalse(watch.leave());
        look(watch, 1_000);

        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals(List.of(), told);
    }

    @Test
    void shouldInterruptNoRequestOfACallback() {
        CallbackWatch watch = new CallbackWatch(100, SharedReads.PLAIN);
        watch.begin();
        watch.enter("one");
        boolean wasInside = watch.pause();
        look(watch, 1_000);

        assertFalse(Thread.currentThread().isInterrupted());
        watch.goOn(wasInside);
        assertFalse(watch.leave());
    }

    @Test
    void shouldTakeTheInterruptAwayBeforeARequestAndRememberIt() {
        CallbackWatch watch = new CallbackWatch(100, SharedReads.PLAIN);
        watch.begin();
        watch.enter("one");
        look(watch, 100);
        boolean wasInside = watch.pause();

        assertFalse(Thread.currentThread().isInterrupted());
        watch.goOn(wasInside);
        assertTrue(watch.leave());
    }

    @Test
    void shouldInterruptAgainWhatSwallowsIt() {
        CallbackWatch watch = new CallbackWatch(100, SharedReads.PLAIN);
        watch.begin();
        watch.enter("stubborn");
        look(watch, 100);
        assertTrue(Thread.interrupted());
        watch.look(200 * MS, told::add);

        assertTrue(Thread.currentThread().isInterrupted());
        assertTrue(watch.leave());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    /** A fill that one strategy's order brings to light is another's. */
    @Test
    void shouldTellTheCallbackThatWasInterruptedFromOneWithinIt() {
        CallbackWatch watch = new CallbackWatch(100, SharedReads.PLAIN);
        watch.begin();
        watch.enter("outer");
        boolean wasInside = watch.pause();
        watch.enter("inner");
        assertFalse(watch.leave());
        watch.goOn(wasInside);
        look(watch, 100);

        assertTrue(watch.wasInterrupted());
        assertFalse(watch.leave());
        watch.enter("next");
        assertFalse(watch.leave());
        assertTrue(told.get(0).startsWith("strategy outer is interrupted"), told.get(0));
    }

    @Test
    void shouldInterruptNothingWhereItIsOff() {
        CallbackWatch watch = new CallbackWatch(0, SharedReads.PLAIN);
        watch.begin();
        watch.enter("one");
        look(watch, 1_000_000_000);

        assertFalse(watch.leave());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void shouldNeverLeaveAnInterruptBehindHoweverTheThreadsMeet() throws InterruptedException {
        CallbackWatch watch = new CallbackWatch(1, SharedReads.PLAIN);
        AtomicInteger left = new AtomicInteger();
        AtomicInteger interrupted = new AtomicInteger();
        Thread strategy =
                new Thread(
                        () -> {
                            watch.begin();
                            for (int i = 0; i < 20_000 && interrupted.get() < 100; i++) {
                                watch.enter("racing");
                                LockSupport.parkNanos(i % 40 == 0 ? 2 * MS : 1);
                                boolean wasInside = watch.pause();
                                left.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
                                watch.goOn(wasInside);
                                interrupted.addAndGet(watch.leave() ? 1 : 0);
                                left.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
                            }
                        });
        strategy.start();
        List<String> lines = new ArrayList<>();
        while (strategy.isAlive()) {
            watch.look(System.nanoTime(), lines::add);
        }
        strategy.join();

        assertEquals(0, left.get());
        assertTrue(interrupted.get() > 0, "none was interrupted");
        assertTrue(lines.size() >= interrupted.get(), lines.size() + " told");
    }
}
