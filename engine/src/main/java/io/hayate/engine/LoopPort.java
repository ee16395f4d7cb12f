package io.hayate.engine;

import io.hayate.event.EventRing;
import io.hayate.session.TransportFactory;
import java.util.List;

/**
 * What a loop gives the sessions that it turns.
 *
 * @param transports makes their connections
 * @param wake run after each command for them, by any thread: ends the loop's sleep
 * @param ring where their events go; null for the path's own ring. That of a loop that is alone is the path's
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

    /** The ring that the strategy's side reads: that of the only loop if it has one, else one by the settings. */
    static EventRing ringOf(List<LoopPort> loops, LoopConfig config) {
        EventRing own = loops.size() == 1 ? loops.get(0).ring() : null;
        return own == null ? config.newRing() : own;
    }

    /** A loop that never sleeps, whose events go to a ring of its own: of several, somebody brings them on. */
    public static LoopPort of(TransportFactory transports, EventRing ring) {
        return new LoopPort(transports, () -> {}, ring);
    }
}
