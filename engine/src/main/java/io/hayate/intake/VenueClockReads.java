package io.hayate.intake;

import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;

/**
 * What one loop knows of the venue's clock, which the answers of any loop set. Loop thread; allocates
 * nothing.
 */
public final class VenueClockReads {
    private final VenueClock clock;
    private final SharedReads reads;

    /**
     * As a loop reads it.
     *
     * @param reads those of a loop of several; plain ones where it alone sets the clock
     */
    public VenueClockReads(VenueClock clock, SharedReads reads) {
        this.clock = clock;
        this.reads = reads;
    }

    /** The same of another loop. */
    public VenueClockReads with(SharedReads ofOther) {
        return new VenueClockReads(clock, ofOther);
    }

    /** As {@link VenueClock#onPong}. */
    public void onPong(long roundTripNs, long receivedNs, long receivedMs, long venueMs) {
        clock.onPong(roundTripNs, receivedNs, receivedMs, venueMs);
    }

    /** As {@link VenueClock#onStep}. */
    public void onStep(boolean isAhead) {
        clock.onStep(isAhead);
    }

    /** As {@link VenueClock#steps}. */
    public int steps() {
        return (int) reads.read(SharedValue.CLOCK_STEPS, clock.steps());
    }

    /** As {@link VenueClock#lastStepWasAhead}. */
    public boolean lastStepWasAhead() {
        return reads.read(SharedValue.CLOCK_AHEAD, clock.lastStepWasAhead());
    }

    /** As {@link VenueClock#zeroMs}. */
    public double zeroMs() {
        return reads.read(SharedValue.CLOCK_ZERO, clock.zeroMs());
    }

    /** As {@link VenueClock#roundTripMs}. */
    public double roundTripMs() {
        return reads.read(SharedValue.ROUND_TRIP, clock.roundTripMs());
    }
}
