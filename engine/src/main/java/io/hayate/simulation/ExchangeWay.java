package io.hayate.simulation;

import io.hayate.venue.exchange.Exchange;

/**
 * The way of an engine to the exchange.
 *
 * @param clock the time of both
 * @param exchange where it leads
 * @param up how long a message is under way
 */
record ExchangeWay(VirtualClock clock, Exchange exchange, LatencyModel up) {}
