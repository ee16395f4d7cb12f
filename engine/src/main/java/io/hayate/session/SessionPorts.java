package io.hayate.session;

import io.hayate.event.Commands;
import io.hayate.event.EventRing;
import io.hayate.event.Tracer;
import io.hayate.event.VenueMaintenance;
import io.hayate.metrics.Counters;

/**
 * What the sessions of a loop write to, and where they are told what to do.
 *
 * @param ring takes the events
 * @param commands what others want of the loop
 * @param counters those of this loop
 * @param maintenance what connections of all loops have heard of it
 * @param tracer shows the traffic, when it is on
 */
public record SessionPorts(
        EventRing ring,
        Commands commands,
        Counters counters,
        VenueMaintenance maintenance,
        Tracer tracer) {
    /** The same for another loop, which counts for itself. */
    SessionPorts with(Counters ofLoop) {
        return new SessionPorts(ring, commands, ofLoop, maintenance, tracer);
    }

    /** The same, whose events go to another ring. */
    SessionPorts with(EventRing other) {
        return new SessionPorts(other, commands, counters, maintenance, tracer);
    }
}
