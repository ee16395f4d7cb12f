package io.hayate.venue.matching;

import io.hayate.venue.account.Membership;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.ledger.MarginPositions;
import io.hayate.venue.order.OrderKind;
import io.hayate.venue.order.OrderRequest;
import io.hayate.venue.order.OrderTerms;
import io.hayate.venue.order.Purse;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.order.VenueOrderOrigin;
import org.agrona.concurrent.EpochClock;

/** Makes orders of requests that were checked; of an OCO request a limit order with a stop beside it. */
final class OrderMaker {
    private static final long NOBODY = 0;

    private final VenueIds ids;
    private final EpochClock clock;
    private final MarginPositions positions;

    OrderMaker(VenueIds ids, EpochClock clock, MarginPositions positions) {
        this.ids = ids;
        this.clock = clock;
        this.positions = positions;
    }

    VenueOrder make(OrderRequest request, Membership owner) {
        long nowMs = clock.time();
        VenueOrder order = order(request, owner, nowMs);
        if (order.terms().flags().isOneCancelsOther()) {
            VenueOrder stop = stop(request, order, nowMs);
            order.partner(stop);
            stop.partner(order);
        }
        return order;
    }

    private VenueOrder order(OrderRequest request, Membership owner, long nowMs) {
        VenueOrderOrigin origin =
                new VenueOrderOrigin(
                        owner.account(),
                        Purse.of(owner.account(), request.market(), request.type()),
                        owner.client().number(),
                        request.clientOrderIdOr(nowMs),
                        request.groupId(),
                        NOBODY);
        OrderTerms terms = request.terms().withPrice(OrderFunds.priceOf(request));
        long units = units(request, origin);
        return new VenueOrder(ids.nextOrderId(), origin, request.contract(), terms, units, nowMs);
    }

    /** What was asked for; an order that closes a position is as large as that. */
    private long units(OrderRequest request, VenueOrderOrigin origin) {
        if (!request.terms().flags().isClose() || request.type().exchange()) {
            return request.units();
        }
        long closing = positions.closingUnits(origin.account(), request.market());
        return closing == 0 ? request.units() : Math.abs(closing);
    }

    private VenueOrder stop(OrderRequest request, VenueOrder limit, long nowMs) {
        VenueOrderOrigin origin =
                new VenueOrderOrigin(
                        limit.account(),
                        limit.origin().purse(),
                        limit.origin().connection(),
                        request.stopLegClientOrderIdOr(nowMs),
                        request.groupId(),
                        limit.id());
        OrderRequest.Contract contract =
                request.contract().with(request.type().with(OrderKind.STOP));
        OrderTerms terms = limit.terms().ofStopLeg();
        return new VenueOrder(
                ids.nextOrderId(), origin, contract, terms, limit.remainingUnits(), nowMs);
    }
}
