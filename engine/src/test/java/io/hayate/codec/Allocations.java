package io.hayate.codec;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Counts what a piece of code allocates on the calling thread. */
public final class Allocations {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 20_000;
    private static final int ROUNDS = 20; // the first without a byte ends them
    private static final int MEASURED = 100_000;

    private Allocations() {}

    /** Code that is given the number of its run. */
    @FunctionalInterface
    public interface Code {
        void run(int i) throws IOException;
    }

    /**
     * Bytes allocated by 100,000 runs on a warm thread: the least of twenty times, since a method
     * that is compiled or given up meanwhile may cost some once.
     */
    public static long of(Code code) throws IOException {
        run(code, WARM_UP);
        long least = measure(code);
        for (int i = 1; i < ROUNDS && least > 0; i++) {
            least = Math.min(least, measure(code));
        }
        return least;
    }

    /** Bytes that the calling thread has allocated so far. */
    public static long onThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private static long measure(Code code) throws IOException {
        long before = onThisThread();
        run(code, MEASURED);
        return onThisThread() - before;
    }

    private static void run(Code code, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            code.run(i);
        }
    }
}
