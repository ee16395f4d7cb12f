package io.hayate.model;

import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;

/**
 * The time as one engine or venue is told it.
 *
 * @param nano monotonic, in ns from any origin: durations and deadlines
 * @param epoch of the wall, in ms since 1970: what is written down or compared with the venue's
 * @param decisions that of {@code nano} as an order's decision reads it: a replay gives here what was read
 *     then, whatever time it is now
 */
public record Clocks(NanoClock nano, EpochClock epoch, NanoClock decisions) {
    /** Where decisions are made by the time that it is. */
    public Clocks(NanoClock nano, EpochClock epoch) {
        this(nano, epoch, nano);
    }
}
