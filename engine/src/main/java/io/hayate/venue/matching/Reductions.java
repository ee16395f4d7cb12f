package io.hayate.venue.matching;

import io.hayate.model.Side;
import io.hayate.venue.ledger.MarginPositions;
import io.hayate.venue.ledger.OpenOrders;
import io.hayate.venue.order.OrderKind;
import io.hayate.venue.order.VenueOrder;
import java.util.ArrayList;
import java.util.List;

/** What holds for orders that must only make a position smaller: {@code reduce-only} and {@code close}. */
final class Reductions {
    private static final String NO_POSITION = "RSN_POS_NOTFOUND";
    private static final String WOULD_GROW = "RSN_POS_REDUCE_INCR";
    private static final String WOULD_FLIP = "RSN_POS_REDUCE_FLIP";

    private final OpenOrders open;
    private final MarginPositions positions;

    Reductions(OpenOrders open, MarginPositions positions) {
        this.open = open;
        this.positions = positions;
    }

    /**
     * Why such an order cannot begin, or null. A limit counts beside those of its side that lie in the
     * book, as all of them may be hit at once; what takes at once, or waits, counts alone.
     */
    String refusal(VenueOrder order) {
        if (!isMeant(order) || order.kind() != OrderKind.LIMIT) {
            return refusalAlone(order);
        }
        long others = 0;
        for (VenueOrder other : open.of(order.account())) {
            boolean beside =
                    other != order
                            && isMeant(other)
                            && other.bookOrder() != null
                            && other.market() == order.market()
                            && other.side() == order.side();
            others += beside ? other.remainingUnits() : 0;
        }
        return refusal(order, others);
    }

    /** Why such an order cannot go on, whatever else is there, or null. */
    String refusalAlone(VenueOrder order) {
        return isMeant(order) ? refusal(order, 0) : null;
    }

    private static boolean isMeant(VenueOrder order) {
        return !order.type().exchange() && order.terms().flags().isReduceOnly();
    }

    private String refusal(VenueOrder order, long others) {
        long closing = positions.closingUnits(order.account(), order.market());
        if (closing == 0) {
            return NO_POSITION;
        } else if (closing > 0 != (order.side() == Side.BUY)) {
            return WOULD_GROW;
        }
        return order.remainingUnits() + others > Math.abs(closing) ? WOULD_FLIP : null;
    }

    /** Orders in the book for which the position has become too small. */
    List<VenueOrder> tooLarge(VenueOrder traded) {
        List<VenueOrder> found = new ArrayList<>();
        for (VenueOrder other : open.of(traded.account())) {
            boolean here = other.market() == traded.market() && other.bookOrder() != null;
            if (here && refusalAlone(other) != null) {
                found.add(other);
            }
        }
        return found;
    }
}
