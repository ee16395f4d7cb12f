package io.hayate.venue;

import java.math.BigDecimal;

/**
 * A part of a client's order, executed.
 *
 * @param account the name of who gave the order
 * @param symbol such as {@code tBTCUSD}
 * @param tradeId of the trade
 * @param amount above 0 for a buy
 * @param price of one, in the quote currency
 * @param isMaker the order was resting
 * @param fee below 0 for a rebate
 * @param feeCurrency the base or the quote currency of the pair
 */
public record VenueFill(
        String account,
        String symbol,
        long tradeId,
        BigDecimal amount,
        BigDecimal price,
        boolean isMaker,
        BigDecimal fee,
        String feeCurrency) {}
