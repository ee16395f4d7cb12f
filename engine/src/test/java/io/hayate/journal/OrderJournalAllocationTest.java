package io.hayate.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.hayate.journal.memory.MemorySegments;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class OrderJournalAllocationTest {
    private static final int ORDERS = 20_000;
    private static final int ROUNDS = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final JournalFill fill =
            new JournalFill(new MemorySegments(SegmentHeader.SEGMENT_BYTES_MIN, 3));

    @Test
    void shouldAllocateNothingWhenWarmWhateverItWrites() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            writeOrders();
            long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            least = Math.min(least, bytes);
        }
        assertEquals(0, least);
    }

    private void writeOrders() {
        for (int i = 1; i <= ORDERS; i++) {
            assertTrue(fill.order(i));
        }
    }
}
