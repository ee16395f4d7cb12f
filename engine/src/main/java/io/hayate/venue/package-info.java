/**
 * The simulated venue: an exchange on loopback that speaks the protocol of Bitfinex, for tests, for a
 * first look, and for clients that are not ours. Here is what it can be set to and what it tells;
 * {@link io.hayate.venue.server.SimulatedVenue} starts one behind a socket, {@link
 * io.hayate.venue.exchange.Exchange} is one without.
 *
 * <pre>
 * server    sockets and the real clock around an exchange
 * exchange  inputs and outputs, the steps of the markets, controls
 * rest      requests over HTTP, and their answers
 * session   one conversation with a client
 * feed      public channels
 * account   wallets, orders, matching
 * mirror    markets that follow the texts of another exchange
 * market    prices, makers, takers, trades
 * book      orders by price and time
 * fault     what is to go wrong
 * wire      JSON
 * base      time and what is due, seeds, ids, counts
 * </pre>
 *
 * <p>Each may use those below it. The same seed, and the same inputs at the same times, give the same
 * prices, ids and answers, byte for byte. Left to others: TLS, margin, funding.
 */
package io.hayate.venue;
