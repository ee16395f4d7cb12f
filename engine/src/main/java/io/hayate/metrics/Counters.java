package io.hayate.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/** The {@link Counter}s of one engine: one writer each, any reader. Allocates nothing. */
public final class Counters {
    private static final int STRIDE = 16; // longs: writers on different threads share no cache line

    private final AtomicLongArray values =
            new AtomicLongArray((Counter.values().length + 1) * STRIDE);

    /** Adds one; only on the counter's own thread. */
    public void increment(Counter counter) {
        add(counter, 1);
    }

    /** Adds {@code count}; only on the counter's own thread. */
    public void add(Counter counter, long count) {
        int index = index(counter);
        values.lazySet(index, values.getPlain(index) + count);
    }

    /** Sets what is a level, not a sum; only on the counter's own thread. */
    public void set(Counter counter, long value) {
        values.lazySet(index(counter), value);
    }

    public long get(Counter counter) {
        return values.get(index(counter));
    }

    private static int index(Counter counter) {
        return counter.code() * STRIDE;
    }
}
