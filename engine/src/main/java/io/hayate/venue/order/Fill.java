package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;

/**
 * A part of an order, executed.
 *
 * @param id of the trade
 * @param oppositeId the order on the other side
 * @param units the amount in units of 1e-8, positive
 * @param maker true when the order was resting
 * @param feeRate the part of what is charged that is the fee
 */
record Fill(
        long id,
        VenueOrder order,
        long oppositeId,
        long timeMs,
        long units,
        BigDecimal price,
        boolean maker,
        BigDecimal feeRate) {
    BigDecimal amount() {
        return Amounts.ofUnits(units);
    }

    BigDecimal signedAmount() {
        return Amounts.ofUnits(units * order.side().sign());
    }

    /** What it cost, or brought, in the quote currency. */
    BigDecimal cost() {
        return price.multiply(amount());
    }

    /** The fee, positive: of the exchange wallet in the currency received, of margin in the quote. */
    BigDecimal fee() {
        return (isChargedInBase() ? amount() : cost()).multiply(feeRate());
    }

    String feeCurrency() {
        return isChargedInBase() ? base() : quote();
    }

    private boolean isChargedInBase() {
        return order.type().exchange() && order.side() == Side.BUY;
    }

    String base() {
        return order.market().instrument().base();
    }

    String quote() {
        return order.market().instrument().quote();
    }

    String pair() {
        return order.market().instrument().displayName();
    }

    String amountText() {
        return Amounts.plain(amount()) + " " + base();
    }

    String atText() {
        return " @ " + Amounts.withPoint(price);
    }

    String feePercentText() {
        return Amounts.plain(feeRate().movePointRight(2));
    }
}
