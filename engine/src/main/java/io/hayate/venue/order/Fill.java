package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;

/**
 * A part of an order, executed.
 *
 * @param id of the trade
 * @param oppositeId the order on the other side
 * @param timeMs since 1970
 * @param maker true when the order was resting
 */
public record Fill(
        long id, VenueOrder order, long oppositeId, long timeMs, boolean maker, FillMoney money) {
    /** The amount in units of 1e-8, positive. */
    public long units() {
        return money.units();
    }

    /** The price of one. */
    public BigDecimal price() {
        return money.price();
    }

    /** The amount, positive. */
    public BigDecimal amount() {
        return money.amount();
    }

    /** The amount with the sign of its order's side. */
    public BigDecimal signedAmount() {
        return order.side() == Side.BUY ? amount() : amount().negate();
    }

    /** What it cost, or brought, in the quote currency. */
    public BigDecimal cost() {
        return money.cost();
    }

    /** What the quote currency gained, negative for a buy. */
    public BigDecimal signedProceeds() {
        return order.side() == Side.BUY ? cost().negate() : cost();
    }

    /** The part of what is charged that is the fee; negative for a rebate. */
    public BigDecimal feeRate() {
        return money.feeRate();
    }

    /** The fee: of the exchange wallet in the currency received, of margin in the quote. */
    public BigDecimal fee() {
        return money.fee();
    }

    /** What the fee is paid in. */
    public String feeCurrency() {
        return isChargedInBase() ? base() : quote();
    }

    /** True when the fee is paid in what was traded. */
    public boolean isChargedInBase() {
        return isChargedInBase(order);
    }

    /** True when the fees of this order are paid in what is traded. */
    public static boolean isChargedInBase(VenueOrder order) {
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
        return " @ " + Amounts.withPoint(price());
    }

    /** As wallets tell it: {@code 0.2}. */
    public String feePercentText() {
        return Amounts.plain(feeRate().movePointRight(2));
    }
}
