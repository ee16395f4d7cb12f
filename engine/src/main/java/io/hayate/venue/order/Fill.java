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
public record Fill(
        long id,
        VenueOrder order,
        long oppositeId,
        long timeMs,
        long units,
        BigDecimal price,
        boolean maker,
        BigDecimal feeRate) {
    /** The amount, positive. */
    public BigDecimal amount() {
        return Amounts.ofUnits(units);
    }

    /** The amount with the sign of its order's side. */
    public BigDecimal signedAmount() {
        return Amounts.ofUnits(units * order.side().sign());
    }

    /** What it cost, or brought, in the quote currency. */
    public BigDecimal cost() {
        return price.multiply(amount());
    }

    /** The fee, positive: of the exchange wallet in the currency received, of margin in the quote. */
    public BigDecimal fee() {
        return (isChargedInBase() ? amount() : cost()).multiply(feeRate());
    }

    /** What the fee is paid in. */
    public String feeCurrency() {
        return isChargedInBase() ? base() : quote();
    }

    /** True when the fee is paid in what was traded. */
    public boolean isChargedInBase() {
        return order.type().exchange() && order.side() == Side.BUY;
    }

    /** What was traded. */
    public String base() {
        return order.market().base();
    }

    /** What it was traded for. */
    public String quote() {
        return order.market().quote();
    }

    /** The pair, for people. */
    public String pair() {
        return order.market().instrument().displayName();
    }

    /** As wallets tell it: {@code 0.1 BTC}. */
    public String amountText() {
        return Amounts.plain(amount()) + " " + base();
    }

    /** As wallets tell it: {@code @ 113940.0}. */
    public String atText() {
        return " @ " + Amounts.withPoint(price);
    }

    /** As wallets tell it: {@code 0.2}. */
    public String feePercentText() {
        return Amounts.plain(feeRate().movePointRight(2));
    }
}
