package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.hayate.model.Side;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class TradeIdsTest {
    private final TradeIds ids = new TradeIds();

    private boolean add(long tradeId) {
        return ids.add(tradeId, 0, Side.BUY);
    }

    @Test
    void shouldKnowANumberOnceItWasAdded() {
        assertTrue(add(7));
        assertFalse(add(7));
        assertTrue(add(8));
        assertFalse(add(7));
    }

    @Test
    void shouldTellApartInstrumentsAndSides() {
        assertTrue(ids.add(7, 1, Side.BUY));
        assertTrue(ids.add(7, 1, Side.SELL));
        assertTrue(ids.add(7, 2, Side.BUY));
        assertFalse(ids.add(7, 2, Side.BUY));
        assertTrue(ids.add(6, 4_095, Side.SELL));
        assertFalse(ids.add(6, 4_095, Side.SELL));
    }

    @Test
    void shouldTellApartNumbersOfAnySize() {
        for (long tradeId : new long[] {1, 0xFFFF_FFFFL, 1L << 40, (1L << 50) - 1}) {
            assertTrue(add(tradeId));
            assertFalse(add(tradeId));
        }
    }

    @Test
    void shouldTakeNoNumberTwiceHoweverManyThereAreAndAllocateNothing() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            least = Math.min(least, bytesOfMany(new TradeIds())); // what is loaded once aside
        }
        assertEquals(0, least);

        assertTrue(addMany(ids));
        for (int tradeId = 1; tradeId <= 30_000; tradeId++) {
            assertFalse(add(tradeId));
        }
        assertTrue(add(30_001));
        assertTrue(ids.add(1, 4_095, Side.SELL));
    }

    private static long bytesOfMany(TradeIds to) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        addMany(to);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static boolean addMany(TradeIds to) {
        boolean allNew = true;
        for (int tradeId = 1; tradeId <= 30_000; tradeId++) {
            allNew &= to.add(tradeId, 0, Side.BUY);
        }
        return allNew;
    }
}
