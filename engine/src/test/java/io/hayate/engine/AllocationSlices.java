package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What the trading threads allocate for a number of messages, which come in slices of equal size. What
 * messages cost is found in every slice, or in every few. The JVM allocates, too, once for each class
 * of which it compiles code, and some more when it gives code up: that is found in few slices, which
 * are told apart.
 */
public final class AllocationSlices {
    /** Into how many the messages are cut. */
    public static final int COUNT = 50;

    private static final int ONE_OFF_SLICES_MAX = 5;
    private static final long ONE_OFF_BYTES_MAX = 1 << 16; // the strings of a few hundred classes

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long[] bytes = new long[COUNT];

    /** Does one slice of the messages. */
    @FunctionalInterface
    public interface Slice {
        /** Returns when all of it has been taken. */
        void run() throws Exception;
    }

    /** Does all slices and counts what each of them allocates. */
    public AllocationSlices measure(Slice slice) throws Exception {
        for (int i = 0; i < COUNT; i++) {
            long before = allocated();
            slice.run();
            bytes[i] = allocated() - before;
        }
        return this;
    }

    /** Fails when that is more, but for what happened once. */
    public void assertAtMost(double bytesMax) {
        long[] sorted = bytes.clone();
        Arrays.sort(sorted);
        long all = Arrays.stream(sorted).sum();
        long lasting = Arrays.stream(sorted, 0, COUNT - ONE_OFF_SLICES_MAX).sum();
        boolean holds = lasting <= bytesMax && all <= bytesMax + ONE_OFF_BYTES_MAX;
        assertTrue(holds, () -> Arrays.toString(bytes) + " is over " + bytesMax);
    }

    /** Runs it until nothing is allocated any more, so many times at most. */
    public static void warmUp(int times, Slice slice) throws Exception {
        AllocationSlices counter = new AllocationSlices();
        long before = -1;
        for (int i = 0; i < times && before != counter.allocated(); i++) {
            before = counter.allocated();
            slice.run();
        }
    }

    private long allocated() {
        return TradingThreads.tradingIds().stream()
                .mapToLong(threads::getThreadAllocatedBytes)
                .sum();
    }
}
