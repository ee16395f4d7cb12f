package io.hayate.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.CountersReader;

/**
 * The {@link Counter}s of one engine, in {@link CountersMemory} or on the heap: one writer each, any reader.
 * Where several threads would write the same ones, each has its own part. Allocates nothing after
 * construction, and takes no lock: a write is a plain read and an ordered store.
 */
public final class Counters {
    private static final int STRIDE =
            CountersReader.COUNTER_LENGTH; // no writers share a cache line

    private final CountersMemory memory; // null where none but this process reads
    private final UnsafeBuffer values;
    private final int base;
    private final List<Counters> parts = new CopyOnWriteArrayList<>();

    /** Counters on the heap, that none but this process reads. */
    public Counters() {
        memory = null;
        values = HeapMemory.of(Counter.values().length * STRIDE);
        base = 0;
    }

    /** Counters in a memory that others may read. */
    Counters(CountersMemory memory) {
        this(memory, "");
    }

    private Counters(CountersMemory memory, String part) {
        this.memory = memory;
        values = memory.values();
        int first = CounterMaker.NONE;
        for (Counter counter : Counter.values()) {
            String label = counter.title() + (part.isEmpty() ? "" : ", " + part);
            int id = CounterMaker.make(memory.counters(), counter, part, "", label);
            first = first == CounterMaker.NONE ? id : first;
            if (id != first + counter.code() - 1) {
                throw new IllegalStateException("counters must be made in one go, and find room");
            }
        }
        base = CountersReader.counterOffset(first);
    }

    /** Counters of one more thread, which are added to these when these are read; before the start. */
    public Counters part() {
        Counters part =
                memory == null
                        ? new Counters()
                        : new Counters(memory, "loop " + (parts.size() + 2)); // the first has these
        parts.add(part);
        return part;
    }

    /** Adds one; only on the counter's own thread. */
    public void increment(Counter counter) {
        add(counter, 1);
    }

    /** Adds {@code count}; only on the counter's own thread. */
    public void add(Counter counter, long count) {
        int offset = offset(counter);
        values.putLongRelease(offset, values.getLong(offset) + count);
    }

    /** Sets what is a level, not a sum; only on the counter's own thread. */
    public void set(Counter counter, long value) {
        values.putLongRelease(offset(counter), value);
    }

    /** Value of a counter, parts included; any thread. */
    public long get(Counter counter) {
        long sum = values.getLongVolatile(offset(counter));
        for (int i = 0; i < parts.size(); i++) { // an iterator would be an object
            sum += parts.get(i).get(counter);
        }
        return sum;
    }

    private int offset(Counter counter) {
        return base + (counter.code() - 1) * STRIDE;
    }
}
