package io.hayate.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventRingTest {
    private static final int CAPACITY = 8;
    private static final long FOR_EVER_NS = TimeUnit.SECONDS.toNanos(60);

    private final EventRing ring = new EventRing(CAPACITY, true);
    private final List<Integer> taken = new ArrayList<>();
    private final EventListener listener = event -> taken.add(event.instrumentId());

    private void publish(int... ids) {
        long last = ring.claim(ids.length);
        long first = last - ids.length + 1;
        for (int i = 0; i < ids.length; i++) {
            ring.slot(first + i).begin(ids[i], 0);
        }
        ring.publish(first, last);
    }

    @Test
    void shouldGiveEventsInOrder() {
        publish(1);
        publish(2, 3, 4);

        assertEquals(4, ring.size());
        assertEquals(4, ring.poll(listener, 100));
        assertEquals(List.of(1, 2, 3, 4), taken);
        assertEquals(0, ring.size());
        assertEquals(0, ring.poll(listener, 100));
    }

    @Test
    void shouldGiveNoMoreThanAsked() {
        publish(1, 2, 3);

        assertEquals(0, ring.poll(listener, 0));
        assertEquals(2, ring.poll(listener, 2));
        assertEquals(List.of(1, 2), taken);
        assertEquals(1, ring.size());
        assertEquals(1, ring.poll(listener, 2));
        assertEquals(List.of(1, 2, 3), taken);
    }

    @Test
    void shouldTellRoomExactly() {
        assertEquals(CAPACITY, ring.capacity());
        assertTrue(ring.hasRoom(CAPACITY));
        assertFalse(ring.hasRoom(CAPACITY + 1));

        publish(1, 2, 3, 4, 5);
        assertTrue(ring.hasRoom(3));
        assertFalse(ring.hasRoom(4));

        ring.poll(listener, 1);
        assertTrue(ring.hasRoom(4));
        assertFalse(ring.hasRoom(5));
    }

    @Test
    void shouldShowNothingBeforeItIsPublished() {
        long sequence = ring.claim(1);
        ring.slot(sequence).begin(1, 0);

        assertEquals(0, ring.poll(listener, 100));
        assertEquals(0, ring.size());
        ring.publish(sequence, sequence);
        assertEquals(1, ring.poll(listener, 100));
    }

    @Test
    void shouldUseSlotsAgainAroundTheRing() {
        for (int i = 0; i < 10 * CAPACITY; i++) {
            publish(i, i + 1_000, i + 2_000);
            assertEquals(3, ring.poll(listener, 100));
        }

        assertEquals(30 * CAPACITY, taken.size());
        assertEquals(10 * CAPACITY - 1 + 2_000, taken.get(taken.size() - 1));
    }

    @Test
    void shouldKeepSlotsApart() {
        long last = ring.claim(2);
        new ExecutionReport().wrap(ring.slot(last - 1)).feeCurrency("x".repeat(200));
        new Ticker().wrap(ring.slot(last)).bidPrice(1);
        new ExecutionReport().wrap(ring.slot(last - 1)).feeCurrency("y".repeat(200));

        assertEquals(1, new Ticker().wrap(ring.slot(last)).bidPrice());
    }

    @Test
    void shouldGiveEventAgainWhenListenerFails() {
        publish(1, 2, 3);
        EventListener failing =
                event -> {
                    if (event.instrumentId() == 2 && taken.size() == 1) {
                        taken.add(-2);
                        throw new IllegalArgumentException("no");
                    }
                    listener.onEvent(event);
                };

        assertThrows(IllegalStateException.class, () -> ring.poll(failing, 100));
        assertEquals(2, ring.poll(failing, 100));
        assertEquals(List.of(1, -2, 2, 3), taken);
    }

    @Test
    void shouldNotSleepWhenSomethingIsThere() {
        publish(1);
        ring.await(FOR_EVER_NS);

        assertEquals(1, ring.poll(listener, 1));
    }

    @Test
    void shouldWakeConsumerWhenSomethingIsPublished() throws InterruptedException {
        int events = 1_000;
        AtomicInteger seen = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(events);
        Thread consumer =
                new Thread(
                        () -> {
                            while (seen.get() < events) {
                                ring.await(FOR_EVER_NS);
                                ring.poll(
                                        event -> {
                                            assertEquals(
                                                    seen.getAndIncrement(), event.instrumentId());
                                            all.countDown();
                                        },
                                        3);
                            }
                        });
        consumer.start();
        for (int i = 0; i < events; i++) {
            while (!ring.hasRoom(1)) {
                Thread.onSpinWait();
            }
            publish(i);
        }

        assertTrue(all.await(30, TimeUnit.SECONDS));
        consumer.join(30_000);
        assertFalse(consumer.isAlive());
    }

    @Test
    void shouldClaimOnlyWhatLeavesTheSpareSlotsFree() {
        assertEquals(0, ring.tryClaim(3, 5));
        ring.publish(0, 2);

        assertEquals(EventRing.NO_ROOM, ring.tryClaim(1, 5));
        assertEquals(EventRing.NO_ROOM, ring.tryClaim(6, 0));
        assertEquals(3, ring.tryClaim(5, 0));
        ring.publish(3, 7);
        assertEquals(EventRing.NO_ROOM, ring.tryClaim(1, 0));
    }

    @Test
    void shouldTakeTheEventsOfSeveralWritersEachInItsOrder() throws InterruptedException {
        EventRing shared = new EventRing(64, true, 3);
        int each = 20_000;
        Thread[] writers = new Thread[3];
        for (int i = 0; i < writers.length; i++) {
            int writer = i;
            writers[i] = new Thread(() -> write(shared, writer, each));
            writers[i].start();
        }
        int[] seen = new int[writers.length];
        int events = 0;
        while (events < writers.length * each) {
            shared.await(FOR_EVER_NS);
            events +=
                    shared.poll(
                            event -> {
                                int writer = (int) event.receiveTimeNs();
                                assertEquals(seen[writer], event.instrumentId());
                                seen[writer]++;
                            },
                            16);
        }

        for (Thread writer : writers) {
            writer.join(30_000);
            assertFalse(writer.isAlive());
        }
        assertEquals(0, shared.size());
    }

    private static void write(EventRing shared, int writer, int events) {
        int next = 0;
        while (next < events) {
            int slots = Math.min(1 + next % 3, events - next);
            long first = shared.tryClaim(slots, 8);
            for (int i = 0; first != EventRing.NO_ROOM && i < slots; i++) {
                shared.slot(first + i).begin(next, writer);
                next++;
            }
            if (first != EventRing.NO_ROOM) {
                shared.publish(first, first + slots - 1);
            }
        }
    }

    @Test
    void shouldEndSleepWhenWoken() throws InterruptedException {
        CountDownLatch awake = new CountDownLatch(1);
        Thread consumer =
                new Thread(
                        () -> {
                            ring.await(FOR_EVER_NS);
                            awake.countDown();
                        });
        consumer.start();
        while (awake.getCount() > 0 && consumer.isAlive()) {
            ring.wake();
            Thread.onSpinWait();
        }

        assertTrue(awake.await(30, TimeUnit.SECONDS));
    }

    @Test
    void shouldEndSleepWhenTimeIsOver() {
        ring.await(1);

        assertEquals(0, ring.poll(listener, 1));
    }
}
