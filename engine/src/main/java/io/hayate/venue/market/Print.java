package io.hayate.venue.market;

/**
 * A public trade.
 *
 * @param units the amount in units of 1e-8, with the sign of the taker: a buy is positive; of
 *     funding, what was provided is positive
 * @param price in the last decimal of its {@link PrintTape}; of funding, the rate a day
 * @param period in days, of funding; else 0
 */
public record Print(long id, long timeMs, long units, long price, int period) {}
