package io.hayate.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final Commands commands = new Commands(SystemNanoClock.INSTANCE);
    private final List<String> taken = new ArrayList<>();
    private int room = Integer.MAX_VALUE;

    private boolean take(CommandType type, int instrumentId, double amount, long timeNs) {
        if (room == 0) {
            return false;
        }
        room--;
        taken.add(type + " " + instrumentId + " " + amount);
        return true;
    }

    @Test
    void shouldGiveCommandsInOrder() {
        assertTrue(commands.offer(CommandType.BUY, 3, 0.01));
        assertTrue(commands.offer(CommandType.ORDERS));
        assertTrue(commands.offer(CommandType.RECONNECT));

        assertEquals(3, commands.poll(this::take));
        assertEquals(List.of("BUY 3 0.01", "ORDERS 0 0.0", "RECONNECT 0 0.0"), taken);
        assertEquals(0, commands.poll(this::take));
    }

    @Test
    void shouldGiveDeclinedCommandAgainBeforeAnyOther() {
        commands.offer(CommandType.BUY, 1, 1);
        commands.offer(CommandType.SELL, 2, 2);
        commands.offer(CommandType.SHOW, 3, 0);
        room = 1;

        assertEquals(1, commands.poll(this::take));
        assertEquals(0, commands.poll(this::take));
        room = 5;
        assertEquals(2, commands.poll(this::take));
        assertEquals(List.of("BUY 1 1.0", "SELL 2 2.0", "SHOW 3 0.0"), taken);
    }

    @Test
    void shouldRefuseWhenFullAndTakeAgainWhenEmptied() {
        int offered = 0;
        while (commands.offer(CommandType.SHOW, offered, 0)) {
            offered++;
        }
        assertTrue(offered > 100);
        assertFalse(commands.offer(CommandType.RECONNECT));

        int given = 0;
        for (int polled = commands.poll(this::take); polled > 0; ) {
            given += polled;
            polled = commands.poll(this::take);
        }
        assertEquals(offered, given);
        assertTrue(commands.offer(CommandType.RECONNECT));
    }

    @Test
    void shouldTakeTheRequestToCloseThoughTheQueueIsFull() {
        AtomicInteger woken = new AtomicInteger();
        commands.onOffer(woken::incrementAndGet);
        while (commands.offer(CommandType.SHOW)) {
            assertFalse(commands.isClosed());
        }
        int offered = woken.get();

        commands.close();

        assertTrue(commands.isClosed());
        assertEquals(offered + 1, woken.get());
    }

    @Test
    void shouldWakeLoopWhenCommandIsOffered() {
        AtomicInteger woken = new AtomicInteger();
        commands.onOffer(woken::incrementAndGet);
        commands.offer(CommandType.ORDERS);
        commands.offer(CommandType.WALLETS);

        assertEquals(2, woken.get());
    }

    @Test
    void shouldLoseNothingWhenManyThreadsOffer() throws InterruptedException {
        int each = 20_000;
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            int id = writer;
            writers.add(new Thread(() -> offerAll(id, each)));
        }
        writers.forEach(Thread::start);

        int[] next = new int[3];
        Commands.Listener counting =
                (type, instrumentId, amount, timeNs) -> {
                    assertEquals(next[instrumentId]++, (int) amount);
                    return true;
                };
        while (next[0] + next[1] + next[2] < 3 * each) {
            if (commands.poll(counting) == 0) {
                Thread.onSpinWait();
            }
        }
        for (Thread writer : writers) {
            writer.join(30_000);
        }
        assertEquals(0, commands.poll(counting));
    }

    private void offerAll(int id, int count) {
        for (int i = 0; i < count; i++) {
            while (!commands.offer(CommandType.SHOW, id, i)) {
                Thread.onSpinWait();
            }
        }
    }
}
