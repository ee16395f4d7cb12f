package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.SlipLimit;
import io.hayate.venue.market.Market;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;

/** The sum of what a buy at the market meets. */
public final class MarketCost {
    private final Market market;
    private final SlipLimit slip = new SlipLimit(Side.BUY);
    private long remaining;
    private BigDecimal sum = BigDecimal.ZERO;

    private MarketCost(Market market, long units) {
        this.market = market;
        remaining = units;
    }

    /** What it costs to buy so many units of 1e-8, or what of them is there, as the book is. */
    public static BigDecimal of(Market market, long units) {
        MarketCost cost = new MarketCost(market, units);
        market.book().forEach(Side.BUY, cost::add);
        return cost.sum;
    }

    private boolean add(BookOrder next) {
        if (slip.isBeyond(next.price())) {
            return false;
        }
        long units = Math.min(remaining, next.units());
        remaining -= units;
        BigDecimal price = market.priceOfUnits(next.price());
        sum = sum.add(price.multiply(Amounts.ofUnits(units)));
        return remaining > 0;
    }
}
