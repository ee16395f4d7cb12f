package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.FeeRates;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;

/**
 * A part of an order, executed.
 *
 * @param units the amount in units of 1e-8, positive
 * @param maker true when the order was resting
 */
record Fill(long id, VenueOrder order, long timeMs, long units, BigDecimal price, boolean maker) {
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

    /** The fee, positive, in the currency received. */
    BigDecimal fee() {
        return (order.side() == Side.BUY ? amount() : cost()).multiply(feeRate());
    }

    String feeCurrency() {
        return order.side() == Side.BUY ? base() : quote();
    }

    private BigDecimal feeRate() {
        FeeRates fees = order.account().fees();
        return maker ? fees.maker() : fees.taker();
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
