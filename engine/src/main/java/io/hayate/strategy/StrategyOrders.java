package io.hayate.strategy;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Side;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.risk.RiskVerdict;

/** The orders of a strategy, as its context sends them. Strategy thread; allocates nothing. */
final class StrategyOrders {
    private final OrderManager orders;
    private final DataInHand data;
    private final OrderIntent intent = OrderIntent.allocate();
    private boolean stopped;
    private boolean submitting;

    StrategyOrders(OrderManager orders, DataInHand data) {
        this.orders = orders;
        this.data = data;
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** True while the strategy is about to send an order. */
    boolean isSubmitting() {
        return submitting;
    }

    RiskVerdict market(Instrument instrument, Side side, double amount) {
        intent.begin(OrderOperation.NEW, instrument.id()).type(OrderType.EXCHANGE_MARKET);
        return submit(intent.side(side).amount(amount));
    }

    private RiskVerdict submit(OrderIntent wanted) {
        if (stopped) {
            return RiskVerdict.STRATEGY_STOPPED;
        }
        data.describe(wanted.cause(), wanted.instrumentId());
        wanted.origin(OrderOrigin.STRATEGY.code());
        submitting = true;
        try {
            return orders.submit(wanted);
        } finally {
            submitting = false;
        }
    }
}
