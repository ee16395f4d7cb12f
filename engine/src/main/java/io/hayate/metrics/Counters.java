package io.hayate.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The {@link Counter}s of one engine: one writer each, any reader. Where several threads would write the
 * same ones, each has its own part. Allocates nothing after construction.
 */
public final class Counters {
    private static final int STRIDE = 16; // longs: writers on different threads share no cache line

    private final AtomicLongArray values =
            new AtomicLongArray((Counter.values().length + 1) * STRIDE);

    private final List<Counters> parts = new CopyOnWriteArrayList<>();

    /** Counters of one more thread, which are added to these when these are read; before the start. */
    public Counters part() {
        Counters part = new Counters();
        parts.add(part);
        return part;
    }

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

    /** Value of a counter, parts included; any thread. */
    public long get(Counter counter) {
        long sum = values.get(index(counter));
        for (int i = 0; i < parts.size(); i++) { // an iterator would be an object
            sum += parts.get(i).get(counter);
        }
        return sum;
    }

    private static int index(Counter counter) {
        return counter.code() * STRIDE;
    }
}
