package io.hayate.journal.file;

import io.hayate.journal.Segment;
import java.util.concurrent.atomic.AtomicLong;

/** How far a run has come in its segments: told by the journal's thread, read by any. */
final class SegmentProgress {
    private final AtomicLong full = new AtomicLong();
    private final AtomicLong fullBytes = new AtomicLong();
    private volatile Segment inUse; // null before the first

    void onFull(Segment segment) {
        full.incrementAndGet();
        fullBytes.addAndGet(segment.committed());
    }

    void onUse(Segment segment) {
        inUse = segment;
    }

    /** Segments that are full. */
    long full() {
        return full.get();
    }

    /** Bytes in all. */
    long bytes() {
        Segment segment = inUse;
        return fullBytes.get() + (segment == null ? 0 : segment.committed());
    }
}
