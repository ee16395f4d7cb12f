package io.hayate.order;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How many orders are open or of unknown outcome, in all and of each strategy where several run. The strategy
 * thread counts, any thread reads.
 */
final class OpenCounts {
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicIntegerArray byStrategy;

    OpenCounts(int strategies) {
        byStrategy = new AtomicIntegerArray(strategies + 1);
    }

    /** How many strategies are counted. */
    int strategies() {
        return byStrategy.length() - 1;
    }

    /** Takes so many more, or fewer. */
    void add(int strategy, int change) {
        all.lazySet(all.getPlain() + change); // one thread writes
        if (strategy > 0) {
            byStrategy.lazySet(strategy, byStrategy.getPlain(strategy) + change);
        }
    }

    int all() {
        return all.get();
    }

    /** Those of one strategy; of 0 all. */
    int of(int strategy) {
        return strategy == 0 ? all.get() : byStrategy.get(strategy);
    }
}
