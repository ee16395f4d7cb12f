package io.hayate.venue.matching;

import io.hayate.model.Side;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.TradedRange;
import io.hayate.venue.order.OrderKind;
import io.hayate.venue.order.OrderTerms;
import io.hayate.venue.order.VenueOrder;
import java.math.BigDecimal;

/**
 * When orders that wait for their price begin to trade. A stop is judged on trades, at its price or
 * through it. A trailing stop is judged on the best price of the other side as channels show it: it
 * follows that at its distance as it gets better, and begins to trade when that comes to its price.
 */
final class StopTriggers {
    private StopTriggers() {}

    /** True when the trades since the last look, or the top of the book, trigger this order. */
    static boolean isReached(VenueOrder order) {
        Market market = order.market();
        if (order.kind() == OrderKind.TRAILING_STOP) {
            BookOrder top = market.book().bestShownFor(order.side());
            return top != null && isAtOrThrough(order, top.price());
        }
        TradedRange traded = market.traded();
        if (traded.isEmpty()) {
            return false;
        }
        return isAtOrThrough(order, order.side() == Side.BUY ? traded.high() : traded.low());
    }

    private static boolean isAtOrThrough(VenueOrder order, long price) {
        long stop = order.market().unitsOf(order.terms().price());
        return order.side() == Side.BUY ? price >= stop : price <= stop;
    }

    /** The price at which a trailing stop of this side and distance would stand now. */
    static BigDecimal trailingPrice(Market market, Side side, BigDecimal distance) {
        BookOrder top = market.book().bestShownFor(side);
        BigDecimal from = top == null ? market.lastPrice() : market.priceOfUnits(top.price());
        BigDecimal price = side == Side.BUY ? from.add(distance) : from.subtract(distance);
        return price.max(BigDecimal.ZERO);
    }

    /** Where a trailing stop has to move to; null when it stays. */
    static BigDecimal followed(VenueOrder order) {
        if (order.kind() != OrderKind.TRAILING_STOP
                || order.market().book().bestShownFor(order.side()) == null) {
            return null;
        }
        OrderTerms terms = order.terms();
        BigDecimal price = trailingPrice(order.market(), order.side(), terms.trailing());
        int better = terms.price().compareTo(price) * order.side().sign();
        return better > 0 ? price : null;
    }
}
