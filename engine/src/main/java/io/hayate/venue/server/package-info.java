/**
 * The exchange behind sockets: Netty, WebSocket, the handshake, what waits for slow clients, and the
 * system's clocks. Everything happens on one thread of its own, {@code venue}; {@link
 * io.hayate.venue.server.SimulatedVenue} may be called from any other.
 */
package io.hayate.venue.server;
