package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.state.HighWaterMark;
import io.hayate.state.StateDir;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongUnaryOperator;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientOrderIdsTest {
    private static final long LIMIT = 1L << 45;

    @TempDir private Path folder;

    private final List<Long> reserved = new ArrayList<>();

    /** Blocks one after the other, none below what is asked for. */
    private long reserve(long atLeast) {
        long last = reserved.isEmpty() ? 0 : reserved.get(reserved.size() - 1);
        long next = reserved.isEmpty() ? 0 : last + ClientOrderIds.BLOCK_SIZE;
        reserved.add(Math.max(atLeast, next));
        return reserved.get(reserved.size() - 1);
    }

    private ClientOrderIds ids(long nowMs) {
        return new ClientOrderIds(this::reserve, nowMs);
    }

    @Test
    void shouldNeverGoBelowTenMillion() {
        assertEquals(ClientOrderIds.FIRST, ids(0).next());
    }

    @Test
    void shouldKeepInstancesApartAndBeginLaterOnesHigher() {
        long nowMs = 1_795_435_200_000L;
        long first = ClientOrderIds.firstOf(0, nowMs);
        assertTrue(first >= ClientOrderIds.FIRST);
        assertEquals(16 * 60, ClientOrderIds.firstOf(0, nowMs + 60_000) - first);
        assertEquals(1L << 34, ClientOrderIds.firstOf(1, nowMs) - first);
        assertTrue(ClientOrderIds.firstOf(1_023, Long.MAX_VALUE) < LIMIT);
        assertEquals(ClientOrderIds.FIRST, ClientOrderIds.firstOf(0, 5));
    }

    @Test
    void shouldGoOnInTheSpareBlockWhenTheFirstIsUsedUp() {
        ClientOrderIds ids = ids(0);
        long last = 0;
        for (int i = 0; i < 2 * ClientOrderIds.BLOCK_SIZE; i++) {
            long next = ids.next();
            assertTrue(next > last, next + " after " + last);
            last = next;
        }

        assertEquals(ClientOrderIds.NONE, ids.next());
        assertEquals(2, reserved.size());
    }

    @Test
    void shouldGoOnWhenRefilledAfterItRanOut() {
        ClientOrderIds ids = ids(0);
        for (int i = 0; i < 2 * ClientOrderIds.BLOCK_SIZE; i++) {
            ids.next();
        }
        assertEquals(ClientOrderIds.NONE, ids.next());

        ids.refill(0);

        assertEquals(ClientOrderIds.FIRST + 2 * ClientOrderIds.BLOCK_SIZE, ids.next());
    }

    @Test
    void shouldReserveNoMoreThanOneSpareBlock() {
        ClientOrderIds ids = ids(0);
        for (int i = 0; i < 10; i++) {
            ids.refill(i);
        }

        assertEquals(2, reserved.size());
    }

    @Test
    void shouldGiveNoNumberWhenBlocksReachTheVenuesLimit() {
        LongUnaryOperator atTheLimit = atLeast -> LIMIT - ClientOrderIds.BLOCK_SIZE + 1;
        ClientOrderIds ids = new ClientOrderIds(atTheLimit, 0);

        for (int i = 0; i < 3; i++) {
            assertEquals(ClientOrderIds.NONE, ids.next());
            ids.refill(0);
        }
    }

    @Test
    void shouldGiveTheLastBlockBelowTheVenuesLimit() {
        long start = LIMIT - ClientOrderIds.BLOCK_SIZE;
        ClientOrderIds ids = ids(start);
        long last = ids.next();
        assertEquals(start, last);
        for (int i = 1; i < ClientOrderIds.BLOCK_SIZE; i++) {
            last = ids.next();
        }

        assertEquals(LIMIT - 1, last);
        assertEquals(ClientOrderIds.NONE, ids.next());
    }

    @Test
    void shouldRiseWithoutRepeatsWhileAnotherThreadRefills() throws Exception {
        ClientOrderIds ids = ids(0);
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Void> refilling =
                CompletableFuture.runAsync(
                        () -> {
                            while (!stop.get()) {
                                ids.refill(0);
                            }
                        });
        long last = 0;
        for (int taken = 0; taken < 1_000_000; ) {
            long next = ids.next();
            if (next != ClientOrderIds.NONE) {
                assertTrue(next > last, next + " after " + last);
                last = next;
                taken++;
            }
        }
        stop.set(true);
        refilling.get(30, TimeUnit.SECONDS);

        assertTrue(
                last < ClientOrderIds.FIRST + (long) ClientOrderIds.BLOCK_SIZE * reserved.size());
    }

    @Test
    void shouldNotRepeatOverRestartsWhateverTheClockDoes() {
        long last = 0;
        for (long nowMs : new long[] {0, 1_795_435_200_000L, 1_795_435_200_000L, 5, 7}) {
            ClientOrderIds ids = restarted("key", nowMs);
            long first = ids.next();
            assertTrue(first > last, first + " after " + last);
            last = first;
            for (int i = 0; i < 1_000; i++) {
                last = ids.next();
            }
        }
    }

    @Test
    void shouldNumberEachKeyForItself() {
        long first = restarted("one", 0).next();

        assertEquals(first, restarted("another", 0).next());
        assertFalse(first == restarted("one", 0).next());
    }

    private ClientOrderIds restarted(String apiKey, long nowMs) {
        HighWaterMark mark =
                new HighWaterMark(
                        StateDir.open(folder), "client-order-id", apiKey, SystemNanoClock.INSTANCE);
        return new ClientOrderIds(
                atLeast -> mark.reserve(atLeast, ClientOrderIds.BLOCK_SIZE), nowMs);
    }
}
