package io.hayate.log;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/** Records that wait to be written. What finds no room is dropped and counted: nobody waits for a disk. */
final class LogQueue {
    private static final int ENTRIES_MAX = 4_096;

    private final ManyToOneConcurrentArrayQueue<LogEntry> entries =
            new ManyToOneConcurrentArrayQueue<>(ENTRIES_MAX);
    private final AtomicLong dropped = new AtomicLong();

    /** Any thread. */
    void offer(LogEntry entry) {
        if (!entries.offer(entry)) {
            dropped.incrementAndGet();
        }
    }

    /** Thread {@code log}: gives so many at most to {@code writer}; the answer is how many. */
    int drain(Consumer<LogEntry> writer, int limit) {
        return entries.drain(writer, limit);
    }

    /** Records that found no room. */
    long dropped() {
        return dropped.get();
    }
}
