package io.hayate.engine;

import io.hayate.session.TransportFactory;

/**
 * What a loop gives the sessions that it turns.
 *
 * @param transports makes their connections
 * @param wake run after each command for them, by any thread: ends the loop's sleep
 */
public record LoopPort(TransportFactory transports, Runnable wake) {
    /** A loop that never sleeps. */
    public static LoopPort of(TransportFactory transports) {
        return new LoopPort(transports, () -> {});
    }
}
