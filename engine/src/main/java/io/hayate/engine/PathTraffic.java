package io.hayate.engine;

import io.hayate.event.ReadsOfPath;
import io.hayate.event.TrafficTap;
import io.hayate.model.AmountLimits;
import org.agrona.concurrent.NanoClock;

/**
 * Who hears of a path's traffic.
 *
 * @param isTraced true to show all frames from the start, secrets masked
 * @param tap hears of all that comes and leaves
 * @param reads by which each thread reads what others write; null for those of which the tap hears
 */
record PathTraffic(boolean isTraced, TrafficTap tap, ReadsOfPath reads) {
    /** The same with those reads. */
    PathTraffic reading(NanoClock clock) {
        return new PathTraffic(isTraced, tap, ReadsOfPath.toldTo(tap, clock));
    }

    /** What the venue's lists say of each instrument, of which a tap hears. */
    static AmountLimits amounts(TrafficTap tap, NanoClock clock) {
        return new AmountLimits(
                (instrumentId, least, most) -> {
                    tap.onNumber(TrafficTap.LEAST + instrumentId, least, clock.nanoTime());
                    tap.onNumber(TrafficTap.MOST + instrumentId, most, clock.nanoTime());
                });
    }
}
