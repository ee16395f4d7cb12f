package io.hayate.journal;

import io.hayate.journal.memory.MemorySegments;
import io.hayate.metrics.Counters;
import io.hayate.model.Clocks;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.outbound.RequestJournal;
import java.util.Map;

/** Journals for tests of what writes them. */
public final class TestJournal {
    private TestJournal() {}

    /** One in memory. */
    public static RequestJournal inMemory(Instruments instruments) {
        return of(
                new MemorySegments(SegmentHeader.SEGMENT_BYTES_MIN, 2),
                instruments,
                new Counters());
    }

    /** One in these segments. */
    public static RequestJournal of(
            SegmentSource segments, Instruments instruments, Counters counters) {
        return of(segments, instruments, counters, Map.of());
    }

    /** As above, with what several strategies are called. */
    public static RequestJournal of(
            SegmentSource segments,
            Instruments instruments,
            Counters counters,
            Map<Integer, String> strategies) {
        Clocks clocks = new Clocks(System::nanoTime, System::currentTimeMillis);
        return new RequestJournal(
                new OrderJournal(segments, instruments, clocks, counters, strategies),
                new MarketChannels());
    }
}
