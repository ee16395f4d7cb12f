package io.hayate.session;

import io.hayate.event.SharedReads;
import io.hayate.intake.VenueClockReads;
import io.hayate.metrics.LatencyStamps;
import io.hayate.model.Clocks;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;

/**
 * How sessions tell the time.
 *
 * @param venueClock learns how far the venue's clock is from ours
 * @param tickMs how often the time is published
 * @param stamps of which rows times are taken
 */
public record SessionTime(
        Clocks clocks, VenueClockReads venueClock, int tickMs, LatencyStamps stamps) {
    private static final NanoClock NOT_ASKED = () -> 0;

    /** Tells when a frame is decoded; 0 where nobody asks for that. */
    NanoClock decoded() {
        return stamps.areOfRows() ? clocks.nano() : NOT_ASKED;
    }

    /** The same for another loop. */
    SessionTime with(SharedReads ofLoop) {
        return new SessionTime(clocks, venueClock.with(ofLoop), tickMs, stamps);
    }

    /** Monotonic, in ns. */
    public NanoClock nano() {
        return clocks.nano();
    }

    /** Of the wall, in ms since 1970. */
    public EpochClock epoch() {
        return clocks.epoch();
    }
}
