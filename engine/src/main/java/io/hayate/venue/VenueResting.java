package io.hayate.venue;

import java.math.BigDecimal;

/**
 * A client's order that has come to lie at a price of a book: a new one, or one that was moved there.
 *
 * @param account the name of who gave the order
 * @param symbol such as {@code tBTCUSD}
 * @param orderId of the order
 * @param amount what is left of it, above 0 for a buy
 * @param ahead what others have before it at its price; null where nobody has told
 */
public record VenueResting(
        String account, String symbol, long orderId, BigDecimal amount, BigDecimal ahead) {}
