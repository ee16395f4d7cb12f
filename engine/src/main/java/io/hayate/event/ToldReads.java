package io.hayate.event;

import org.agrona.concurrent.NanoClock;

/**
 * Reads of one thread, counted by what is read: an answer that differs from the one before, and the first,
 * is told with its number. One thread; allocates nothing after construction.
 */
final class ToldReads implements SharedReads {
    private final TrafficTap tap;
    private final NanoClock clock;
    private final long[] counts = new long[SharedValue.COUNT];
    private final long[] latest = new long[counts.length];

    /**
     * Reads of which nothing is told yet.
     *
     * @param clock tells when
     */
    ToldReads(TrafficTap tap, NanoClock clock) {
        this.tap = tap;
        this.clock = clock;
    }

    @Override
    public long read(SharedValue what, long value) {
        int place = what.code();
        counts[place]++;
        if (latest[place] != value || counts[place] == 1) {
            latest[place] = value;
            tap.onRead(what, counts[place], value, clock.nanoTime());
        }
        return value;
    }

    @Override
    public long goOn(SharedValue what, long parts) {
        int place = what.code();
        counts[place]++;
        tap.onRead(what, counts[place], parts, clock.nanoTime());
        return parts;
    }
}
