package io.hayate.session;

import io.hayate.intake.VenueClock;
import io.hayate.model.Clocks;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;

/**
 * How sessions tell the time.
 *
 * @param venueClock learns how far the venue's clock is from ours
 * @param tickMs how often the time is published
 */
public record SessionTime(Clocks clocks, VenueClock venueClock, int tickMs) {
    /** Monotonic, in ns. */
    public NanoClock nano() {
        return clocks.nano();
    }

    /** Of the wall, in ms since 1970. */
    public EpochClock epoch() {
        return clocks.epoch();
    }
}
