package io.hayate.engine;

import io.hayate.event.TrafficTap;
import io.hayate.model.AmountLimits;
import org.agrona.concurrent.NanoClock;

/**
 * Who hears of a path's traffic.
 *
 * @param isTraced true to show all frames from the start, secrets masked
 * @param tap hears of all that comes and leaves
 */
record PathTraffic(boolean isTraced, TrafficTap tap) {
    /** What the venue's lists say of each instrument, of which a tap hears. */
    static AmountLimits amounts(TrafficTap tap, NanoClock clock) {
        return new AmountLimits(
                (instrumentId, least, most) -> {
                    tap.onNumber(TrafficTap.LEAST + instrumentId, least, clock.nanoTime());
                    tap.onNumber(TrafficTap.MOST + instrumentId, most, clock.nanoTime());
                });
    }
}
