package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;

/**
 * What orders on margin would add to an account's position in one market. All of a side may be filled before
 * any of the other: the side that adds more counts. What only makes the position smaller, or turns it over to
 * no more than it is, adds nothing; the orders that came first are taken for that.
 */
public final class RestingMargin {
    private final OneSide buys;
    private final OneSide sells;

    /** The orders of one side. */
    private static final class OneSide {
        private long free; // of what they may trade without making the position larger
        private BigDecimal worth = BigDecimal.ZERO;

        private OneSide(long opposite) {
            free = 2 * Math.min(Math.max(0, opposite), Long.MAX_VALUE / 2);
        }

        private void add(long units, BigDecimal price) {
            long without = Math.min(free, units);
            free -= without;
            worth = worth.add(price.multiply(Amounts.ofUnits(units - without)));
        }
    }

    /**
     * No orders yet.
     *
     * @param closingUnits the amount that closes the position: above 0 for a short one
     */
    public RestingMargin(long closingUnits) {
        buys = new OneSide(closingUnits);
        sells = new OneSide(-closingUnits);
    }

    /** One more order. */
    public void add(MarginEntry order) {
        (order.side() == Side.BUY ? buys : sells).add(order.units(), order.price());
    }

    /** What they would add, in the quote currency, each at its own price. */
    public BigDecimal worth() {
        return buys.worth.max(sells.worth);
    }
}
