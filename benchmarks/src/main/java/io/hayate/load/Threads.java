package io.hayate.load;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The threads of venue and engine by their names, and how long each has run. */
final class Threads {
    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

    private Threads() {}

    /** Those that are alive and named so. */
    static List<Thread> named(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .toList();
    }

    /** CPU time of these, in ms. */
    static long cpuMs(List<Thread> threads) {
        long sum = 0;
        for (Thread thread : threads) {
            sum += Math.max(0, BEAN.getThreadCpuTime(thread.getId()));
        }
        return TimeUnit.NANOSECONDS.toMillis(sum);
    }
}
