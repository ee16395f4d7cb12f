package io.hayate.venue.ledger;

import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.market.Market;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What an account owns, or owes, on margin in one market. Its cost is kept exactly: what a part of it
 * cost is rounded to eight digits when the part goes, and the rest keeps the difference.
 */
public final class MarginPosition {
    private static final int COST_SCALE = 8;

    private final long id;
    private final VenueAccount account;
    private final Market market;
    private final long createdMs;
    private long updatedMs;
    private long units; // signed
    private BigDecimal cost = BigDecimal.ZERO; // signed as the units are

    /** A position of nothing, which its first trade fills. */
    public MarginPosition(long id, VenueAccount account, Market market, long timeMs) {
        this.id = id;
        this.account = account;
        this.market = market;
        createdMs = timeMs;
        updatedMs = timeMs;
    }

    /** The venue's id of it. */
    public long id() {
        return id;
    }

    /** Whose it is. */
    public VenueAccount account() {
        return account;
    }

    /** Where it was traded. */
    public Market market() {
        return market;
    }

    /** The symbol of its market. */
    public String symbol() {
        return market.instrument().symbol();
    }

    /** What is held. */
    public String base() {
        return market.base();
    }

    /** What it was paid in. */
    public String quote() {
        return market.quote();
    }

    /** What was paid for what is open; below 0 for what was sold. */
    public BigDecimal cost() {
        return cost;
    }

    /** Since 1970, when it was opened. */
    public long createdMs() {
        return createdMs;
    }

    /** Since 1970, when it was traded last. */
    public long updatedMs() {
        return updatedMs;
    }

    /** In units of 1e-8: long above 0, short below. */
    public long units() {
        return units;
    }

    /** How much it is of: positive when bought, negative when sold. */
    public BigDecimal amount() {
        return Amounts.ofUnits(units);
    }

    /** The mean price of what is open; 0 when nothing is. */
    public BigDecimal basePrice() {
        return units == 0 ? BigDecimal.ZERO : cost.divide(amount(), MathContext.DECIMAL64);
    }

    /** What it would bring at this price beyond its cost. */
    public BigDecimal profitAt(BigDecimal price) {
        return price.multiply(amount()).subtract(cost);
    }

    /** What was paid for what is open, without its sign. */
    public BigDecimal costPaid() {
        return cost.abs();
    }

    /**
     * Trades on it.
     *
     * @param traded in units of 1e-8, signed
     * @return the profit of what was closed by that, 0 when nothing was
     */
    public BigDecimal trade(long traded, BigDecimal price, long timeMs) {
        updatedMs = timeMs;
        long closed = closedBy(traded);
        BigDecimal profit = close(closed, price);
        long opened = traded + closed;
        units += opened;
        cost = cost.add(price.multiply(Amounts.ofUnits(opened)));
        return profit;
    }

    /** How much of the position such a trade closes, with the position's sign. */
    private long closedBy(long traded) {
        if (units == 0 || (units > 0) == (traded > 0)) {
            return 0;
        }
        return units > 0 ? Math.min(units, -traded) : Math.max(units, -traded);
    }

    private BigDecimal close(long part, BigDecimal price) {
        if (part == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal partCost =
                part == units
                        ? cost
                        : cost.multiply(Amounts.ofUnits(part))
                                .divide(amount(), COST_SCALE, RoundingMode.HALF_EVEN);
        units -= part;
        cost = cost.subtract(partCost);
        return price.multiply(Amounts.ofUnits(part)).subtract(partCost);
    }
}
