/**
 * The simulated venue: a WebSocket server on loopback that speaks the protocol of the exchange, for
 * tests, for a first look, and for clients that are not ours. It reads and writes the protocol for
 * itself, so that it and the codec check each other.
 *
 * <p>Everything happens on one thread of its own, {@code venue}; {@link
 * io.hayate.venue.SimulatedVenue} and {@link io.hayate.venue.VenueControls} may be called from any
 * other. The same seed gives the same prices, ids and answers; only timestamps follow the clock.
 *
 * <p>In here: sessions, subscriptions and a feed per channel, a book of orders per market in which
 * makers of the venue and clients meet, one demo account, orders on the spot wallet, faults on
 * demand. Left to others: TLS, margin, funding, REST.
 */
package io.hayate.venue;
