package io.hayate.strategy;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import io.hayate.order.Order;
import io.hayate.order.OrderBatch;
import io.hayate.order.OrderChange;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.order.OrderTicket;
import io.hayate.risk.RiskVerdict;

/** The orders of a strategy, as its context sends them. Strategy thread; allocates nothing. */
final class StrategyOrders {
    private final OrderManager orders;
    private final DataInHand data;
    private final OrderTicket ticket = new OrderTicket(this::send);
    private final OrderChange change = new OrderChange(this::send);
    private final OrderBatch batch = new OrderBatch();
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

    OrderTicket order(Instrument instrument) {
        return ticket.of(instrument);
    }

    OrderChange update(Order order) {
        return change.of(order);
    }

    OrderBatch batch() {
        return batch.clear();
    }

    RiskVerdict market(Instrument instrument, Side side, double amount) {
        ticket.of(instrument).market();
        return send(side == Side.BUY ? ticket.buy(amount) : ticket.sell(amount));
    }

    RiskVerdict send(OrderTicket wanted) {
        if (stopped) {
            return RiskVerdict.STRATEGY_STOPPED;
        }
        OrderIntent intent = wanted.intent();
        data.describe(intent.cause(), intent.instrumentId());
        intent.origin(OrderOrigin.STRATEGY.code());
        submitting = true;
        try {
            return orders.submit(intent);
        } finally {
            submitting = false;
        }
    }

    RiskVerdict send(OrderChange wanted) {
        if (stopped) {
            return RiskVerdict.STRATEGY_STOPPED;
        }
        OrderIntent intent = wanted.intent();
        data.describe(intent.cause(), intent.instrumentId());
        return orders.update(wanted, OrderOrigin.STRATEGY);
    }

    int sendBatch() {
        if (stopped) {
            return 0;
        }
        submitting = true;
        try {
            return orders.send(batch, OrderOrigin.STRATEGY);
        } finally {
            submitting = false;
        }
    }

    double openAmount(Instrument instrument, Side side) {
        return Decimals.toDouble(orders.openUnits(instrument.id(), side));
    }
}
