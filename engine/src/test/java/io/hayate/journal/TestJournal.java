package io.hayate.journal;

import io.hayate.metrics.Counters;
import io.hayate.model.Clocks;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.outbound.RequestJournal;

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
        Clocks clocks = new Clocks(System::nanoTime, System::currentTimeMillis);
        return new RequestJournal(
                new OrderJournal(segments, instruments, clocks, counters), new MarketChannels());
    }
}
