package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Side;

/** Makes what tests want of the venue. */
public final class Intents {
    private Intents() {}

    /** An order at the market, on the exchange wallet. */
    public static OrderIntent market(
            int instrumentId, Side side, double amount, OrderOrigin origin) {
        return of(OrderType.EXCHANGE_MARKET, instrumentId, side, amount).origin(origin.code());
    }

    /** An order of the strategy. */
    public static OrderIntent of(OrderType type, int instrumentId, Side side, double amount) {
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, instrumentId);
        intent.type(type).side(side).amount(amount);
        return intent.origin(OrderOrigin.STRATEGY.code());
    }
}
