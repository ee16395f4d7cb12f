package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.model.Health;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Side;

/** Makes what tests want of the venue. */
public final class Intents {
    private static final long JUST_HEARD_NS = Long.MAX_VALUE / 2;

    private Intents() {}

    /** An order at the market, on the exchange wallet. */
    public static OrderIntent market(
            int instrumentId, Side side, double amount, OrderOrigin origin) {
        return of(OrderType.EXCHANGE_MARKET, instrumentId, side, amount).origin(origin.code());
    }

    /** Prices that are healthy and young, whatever the clock of the test. */
    public static OrderIntent quote(OrderIntent intent, double bid, double ask) {
        intent.cause().quote(Health.LIVE, JUST_HEARD_NS).bidPrice(bid).askPrice(ask);
        intent.cause().reachedPrice(intent.side() == Side.BUY ? ask : bid);
        return intent;
    }

    /** An order of the strategy. */
    public static OrderIntent of(OrderType type, int instrumentId, Side side, double amount) {
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, instrumentId);
        intent.type(type).side(side).amount(amount);
        quote(intent, 100, 100.01);
        return intent.origin(OrderOrigin.STRATEGY.code());
    }
}
