package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The threads of engines and venues in this process, by their names. */
public final class TradingThreads {
    private static final Set<String> NAMES = Set.of("loop", "strategy", "venue", "rehearsal");
    private static final Set<String> VENUES = Set.of("venue", "rehearsal");
    private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(30);

    private TradingThreads() {}

    private static boolean isTrading(String name) {
        return NAMES.contains(name) || name.startsWith("loop-"); // the second loop, and so on
    }

    private static List<Thread> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> isTrading(thread.getName()))
                .toList();
    }

    /** The ids of the loops and, where it has a thread of its own, the strategy, in this order. */
    public static List<Long> tradingIds() {
        return alive().stream()
                .filter(thread -> !VENUES.contains(thread.getName()))
                .sorted(Comparator.comparing(Thread::getName))
                .map(Thread::getId)
                .toList();
    }

    /** Waits for those that are about to end; fails when one goes on. */
    public static void assertNoneLeft() throws InterruptedException {
        for (Thread thread : alive()) {
            thread.join(PATIENCE_MS);
        }
        assertEquals(List.of(), alive());
    }
}
