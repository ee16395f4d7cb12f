package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.model.IdleMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IoLoopTest {
    private static final int TIMEOUT_S = 30;
    private static final int IDLE_TURNS = 60;
    private static final int WAKES = 5_000;
    private static final int WAKERS = 3;
    private static final long AN_HOUR_NS = TimeUnit.HOURS.toNanos(1);

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    @ParameterizedTest
    @CsvSource({"EPOLL, BLOCKING", "NIO, BLOCKING", "EPOLL, YIELDING", "NIO, YIELDING"})
    void shouldSeeEveryWakeWhenManyThreadsWake(IoKind io, IdleMode idle) throws Exception {
        Mailbox[] mailboxes = new Mailbox[WAKERS];
        for (int i = 0; i < WAKERS; i++) {
            mailboxes[i] = new Mailbox();
        }
        try (IoLoop loop = loop(io, idle)) {
            loop.start(mailboxes);
            List<CompletableFuture<Void>> wakers = new ArrayList<>();
            for (Mailbox mailbox : mailboxes) {
                wakers.add(CompletableFuture.runAsync(() -> mailbox.exchange(loop)));
            }
            for (CompletableFuture<Void> waker : wakers) {
                waker.get(2 * TIMEOUT_S, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void shouldBeginOnlyOnceItMay() throws Exception {
        CompletableFuture<Boolean> leave = new CompletableFuture<>();
        Semaphore turns = new Semaphore(0);
        try (IoLoop loop = loop(IoKind.NIO, IdleMode.YIELDING)) {
            loop.start(leave::join, counting(turns));
            assertEquals(0, turns.availablePermits());

            leave.complete(true);

            assertTrue(turns.tryAcquire(TIMEOUT_S, TimeUnit.SECONDS));
        }
    }

    @Test
    void shouldEndWithoutATurnWhenItMayNotBegin() throws Exception {
        Semaphore turns = new Semaphore(0);
        try (IoLoop loop = loop(IoKind.NIO, IdleMode.YIELDING)) {
            loop.start(() -> false, counting(turns));

            loop.thread().join();
        }

        assertEquals(0, turns.availablePermits());
        assertFalse(failure.isDone());
    }

    @ParameterizedTest
    @EnumSource(IdleMode.class)
    void shouldRunItsIdleTaskAfterATurnWithoutWorkUnlessItSleeps(IdleMode idle) throws Exception {
        boolean sleeps = idle == IdleMode.BLOCKING;
        int most = sleeps ? 2 : IDLE_TURNS;
        List<String> turns = new ArrayList<>();
        Semaphore ended = new Semaphore(0);
        try (IoLoop loop = loop(IoKind.NIO, idle)) {
            loop.onIdle(nowNs -> turns.add("idle"));
            loop.start(everySecondTurnWithWork(turns, most, ended));

            assertTrue(ended.tryAcquire(TIMEOUT_S, TimeUnit.SECONDS));
        }

        List<String> each = sleeps ? List.of("work", "none") : List.of("work", "none", "idle");
        for (int i = 0; i < most; i++) {
            assertEquals(each.get(i % each.size()), turns.get(i), "turn " + i);
        }
    }

    private static Agent everySecondTurnWithWork(List<String> turns, int most, Semaphore ended) {
        return new Agent() {
            private int turn;

            @Override
            public int doWork() {
                int work = turn++ % 2 == 0 ? 1 : 0;
                turns.add(work > 0 ? "work" : "none");
                if (turn == most) {
                    ended.release();
                }
                return work;
            }

            @Override
            public String roleName() {
                return "every second turn";
            }
        };
    }

    private static Agent counting(Semaphore turns) {
        return new Agent() {
            @Override
            public int doWork() {
                turns.release();
                return 0;
            }

            @Override
            public String roleName() {
                return "counting";
            }
        };
    }

    /** A duty with work only when its waker has written: a wake that is lost hangs the exchange. */
    private static final class Mailbox implements Agent {
        private final AtomicInteger written = new AtomicInteger();
        private final Semaphore seen = new Semaphore(0);
        private int read;

        private void exchange(IoLoop loop) {
            for (int i = 1; i <= WAKES; i++) {
                written.setRelease(i);
                loop.wake();
                assertTrue(acquire(), "a wake was lost");
            }
        }

        private boolean acquire() {
            try {
                return seen.tryAcquire(TIMEOUT_S, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        }

        @Override
        public int doWork() {
            int newest = written.getAcquire();
            if (newest == read) {
                return 0;
            }
            read = newest;
            seen.release();
            return 0; // so that the loop goes to sleep at once, where wakes are lost
        }

        @Override
        public String roleName() {
            return "mailbox";
        }
    }

    @ParameterizedTest
    @EnumSource(IdleMode.class)
    void shouldRunDutiesInTurnOnItsThread(IdleMode idle) throws Exception {
        List<String> calls = new ArrayList<>();
        CompletableFuture<Thread> on = new CompletableFuture<>();
        try (IoLoop loop = Loops.loop(IoKind.AUTO, idle, 1_000_000, failure::complete)) {
            loop.start(
                    new Duty("a", calls, () -> {}),
                    new Duty("b", calls, () -> on.complete(Thread.currentThread())));

            Thread thread = on.get(TIMEOUT_S, TimeUnit.SECONDS);
            assertSame(loop.thread(), thread);
            assertEquals("loop", thread.getName());
        }
        assertFalse(on.join().isAlive());
        assertEquals(List.of("a starts", "b starts", "a", "b"), calls.subList(0, 4));
        assertEquals(
                List.of("a closes", "b closes"), calls.subList(calls.size() - 2, calls.size()));
        assertFalse(failure.isDone());
    }

    @Test
    void shouldStopAndReportWhenADutyThrows() throws Exception {
        List<String> calls = new ArrayList<>();
        try (IoLoop loop = loop(IoKind.AUTO, IdleMode.BLOCKING)) {
            loop.start(
                    new Duty(
                            "a",
                            calls,
                            () -> {
                                throw new IllegalStateException("a flaw");
                            }));

            assertEquals("a flaw", failure.get(TIMEOUT_S, TimeUnit.SECONDS).getMessage());
            loop.thread().join(TimeUnit.SECONDS.toMillis(TIMEOUT_S));
            assertFalse(loop.thread().isAlive());
        }
        assertEquals(List.of("a starts", "a", "a closes"), calls);
    }

    @Test
    void shouldStopAndReportWhenATaskThrows() throws Exception {
        try (IoLoop loop = loop(IoKind.AUTO, IdleMode.BLOCKING)) {
            loop.start();
            loop.execute(
                    () -> {
                        throw new AssertionError("a flaw");
                    });

            assertEquals("a flaw", failure.get(TIMEOUT_S, TimeUnit.SECONDS).getMessage());
        }
    }

    @Test
    void shouldEndWhenClosedOnItsOwnThread() throws Exception {
        try (IoLoop loop = loop(IoKind.AUTO, IdleMode.BLOCKING)) {
            loop.start();
            loop.execute(loop::close);

            loop.thread().join(TimeUnit.SECONDS.toMillis(TIMEOUT_S));
            assertFalse(loop.thread().isAlive());
        }
        assertFalse(failure.isDone());
    }

    @Test
    void shouldEndWhenClosedTwiceOrWithoutAStart() throws Exception {
        IoLoop loop = loop(IoKind.AUTO, IdleMode.BLOCKING);

        loop.close();
        loop.close();

        assertFalse(loop.thread().isAlive());
        assertThrows(IllegalStateException.class, loop::start);
    }

    @Test
    void shouldStartOnce() {
        try (IoLoop loop = loop(IoKind.AUTO, IdleMode.BLOCKING)) {
            loop.start();

            assertThrows(IllegalStateException.class, loop::start);
        }
    }

    @Test
    void shouldSayWhetherItIsNative() {
        try (IoLoop nio = loop(IoKind.NIO, IdleMode.BLOCKING);
                IoLoop auto = loop(IoKind.AUTO, IdleMode.BLOCKING)) {
            assertFalse(nio.isNative());
            assertEquals(io.netty.channel.epoll.Epoll.isAvailable(), auto.isNative());
        }
    }

    @Test
    void shouldRefuseAWaitOfNothing() {
        Consumer<Throwable> onError = failure::complete;

        assertThrows(
                ConfigException.class,
                () -> Loops.loop(IoKind.AUTO, IdleMode.BLOCKING, 0, onError));
    }

    private IoLoop loop(IoKind io, IdleMode idle) {
        return Loops.loop(io, idle, AN_HOUR_NS, failure::complete);
    }

    private record Duty(String roleName, List<String> calls, Runnable work) implements Agent {
        @Override
        public void onStart() {
            calls.add(roleName + " starts");
        }

        @Override
        public int doWork() {
            if (calls.size() < 100) {
                calls.add(roleName);
            }
            work.run();
            return 0;
        }

        @Override
        public void onClose() {
            calls.add(roleName + " closes");
        }
    }
}
