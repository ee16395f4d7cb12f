package io.hayate.engine;

import io.hayate.event.EventRing;
import io.hayate.session.TransportFactory;

/**
 * What a loop gives the sessions that it turns.
 *
 * @param transports makes their connections
 * @param wake run after each command for them, by any thread: ends the loop's sleep
 * @param ring where their events go; null for the path's own ring
 */
public record LoopPort(TransportFactory transports, Runnable wake, EventRing ring) {
    /** A loop whose events go straight to the path's ring. */
    public LoopPort(TransportFactory transports, Runnable wake) {
        this(transports, wake, null);
    }

    /** A loop that never sleeps. */
    public static LoopPort of(TransportFactory transports) {
        return of(transports, null);
    }

    /** A loop that never sleeps, whose events somebody brings from a ring of its own to the path's. */
    public static LoopPort of(TransportFactory transports, EventRing ring) {
        return new LoopPort(transports, () -> {}, ring);
    }
}
