package io.hayate.venue;

import java.math.BigDecimal;

/**
 * A part of a client's order, executed.
 *
 * @param account the name of who gave the order
 * @param symbol such as {@code tBTCUSD}
 * @param orderId of the order
 * @param tradeId of the trade
 * @param amount above 0 for a buy
 * @param price of one, in the quote currency
 * @param isMaker the order was resting
 * @param fee what was charged for it
 */
public record VenueFill(
        String account,
        String symbol,
        long orderId,
        long tradeId,
        BigDecimal amount,
        BigDecimal price,
        boolean isMaker,
        Fee fee) {
    /**
     * What a fill costs.
     *
     * @param amount below 0 for a rebate
     * @param currency the base or the quote currency of the pair
     */
    public record Fee(BigDecimal amount, String currency) {}
}
