package io.hayate.session;

import io.hayate.transport.Transport;

/** Makes the sockets of sessions: before the loop starts, or on it. */
@FunctionalInterface
public interface TransportFactory {
    /**
     * Makes a transport that is disconnected.
     *
     * @param role what the connection is for
     */
    Transport create(SessionRole role);
}
