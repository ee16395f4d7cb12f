package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.market.Market;
import java.math.BigDecimal;

/**
 * What an order on margin may trade.
 *
 * @param units in units of 1e-8, above 0
 * @param price the most that it may pay for one, or what it asks for
 */
public record MarginEntry(Market market, Side side, long units, BigDecimal price) {
    /** True for an open order that may make a position larger; of an OCO pair the limit alone. */
    public static boolean isMeant(VenueOrder order) {
        return !order.type().exchange()
                && !order.terms().flags().isReduceOnly()
                && order.origin().placedBy() == 0;
    }

    /** What is left of an open order. */
    public static MarginEntry of(VenueOrder order) {
        return new MarginEntry(
                order.market(),
                order.side(),
                order.remainingUnits(),
                VenueOrder.mostPaid(order.kind(), order.terms()));
    }

    /** What a request asks for, at this price where it names none. */
    public static MarginEntry of(OrderRequest request, BigDecimal price) {
        OrderTerms terms = request.terms().withPrice(price);
        return new MarginEntry(
                request.market(),
                request.side(),
                request.units(),
                VenueOrder.mostPaid(request.type().kind(), terms));
    }

    /** What is left of an order once it is updated. */
    public static MarginEntry of(OrderUpdate update) {
        VenueOrder order = update.order();
        return new MarginEntry(
                order.market(),
                order.side(),
                update.units(),
                VenueOrder.mostPaid(order.kind(), update.terms()));
    }
}
