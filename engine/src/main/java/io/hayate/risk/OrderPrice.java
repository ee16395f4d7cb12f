package io.hayate.risk;

import io.hayate.event.IntentCause;
import io.hayate.event.OrderIntent;
import io.hayate.model.Price;

/** The price that an order is reckoned at. Any thread; allocates nothing. */
public final class OrderPrice {
    private OrderPrice() {}

    /**
     * The highest price that it may trade at, as far as is known: of its own prices, of what it would reach
     * in the market, and of the middle of that; NaN where nothing is known.
     */
    public static double highest(OrderIntent intent) {
        IntentCause cause = intent.cause();
        double highest = Math.max(of(intent.price()), of(intent.auxLimitPrice()));
        highest = Math.max(highest, of(intent.ocoStopPrice()));
        if (highest <= 0 || intent.type().isStop()) {
            highest = larger(highest, cause.reachedPrice());
        }
        highest = larger(highest, (cause.bidPrice() + cause.askPrice()) / 2);
        return highest > 0 ? highest : Double.NaN;
    }

    private static double of(long price) {
        return Price.isPrice(price) ? Price.toDouble(price) : 0;
    }

    private static double larger(double known, double other) {
        return other > known ? other : known; // NaN is not
    }
}
