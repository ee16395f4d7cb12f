package io.hayate.session;

import io.hayate.event.Commands;
import io.hayate.event.EventRing;
import io.hayate.event.SharedReads;
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
 * @param reads by which this loop reads what other threads write
 */
public record SessionPorts(
        EventRing ring,
        Commands commands,
        Counters counters,
        VenueMaintenance maintenance,
        Tracer tracer,
        SharedReads reads) {
    /** The same for another loop, which counts and reads for itself. */
    SessionPorts with(Counters ofLoop, SharedReads readsOfLoop) {
        return new SessionPorts(ring, commands, ofLoop, maintenance, tracer, readsOfLoop);
    }

    /** The same, whose events go to another ring. */
    SessionPorts with(EventRing other) {
        return new SessionPorts(other, commands, counters, maintenance, tracer, reads);
    }
}
