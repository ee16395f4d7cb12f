package io.hayate.event;

/**
 * What there is against new orders, as each part of the program knows it at once, whatever waits in the
 * ring. Any thread reads.
 *
 * @param doubt whether what is known of the account may be wrong
 * @param standing whether the venue has told the account whole, and what its key may do
 * @param maintenance what any connection has heard of it
 * @param halt whether somebody, or the end, has halted trading
 */
public record TradingState(
        AccountDoubt doubt,
        AccountStanding standing,
        VenueMaintenance maintenance,
        TradingHalt halt) {}
