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
import io.hayate.order.Positions;
import io.hayate.order.TradingAccount;
import io.hayate.risk.RiskVerdict;

/** The orders of a strategy, as its context sends them. Strategy thread; allocates nothing. */
final class StrategyOrders {
    private final OrderManager orders;
    private final DataInHand data;
    private final InstrumentQuotes quotes;
    private final Positions positions;
    private final QuoteMarks marks;
    private final OrderTicket ticket = new OrderTicket(this::send);
    private final OrderChange change = new OrderChange(this::send);
    private final OrderBatch batch = new OrderBatch();
    private boolean stopped;
    private boolean submitting;

    StrategyOrders(TradingAccount account, DataInHand data, InstrumentQuotes quotes) {
        this.quotes = quotes;
        this.orders = account.orders();
        this.positions = account.positions();
        this.data = data;
        marks = new QuoteMarks(positions.portfolio(), quotes);
    }

    /** Keeps the prices that positions are worth. */
    void onTime(long timeMs) {
        marks.onTime(timeMs);
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

    /** Writes down what led to it, and what is known of the instrument's prices. */
    private void describe(OrderIntent intent, int instrumentId) {
        data.describe(intent.cause());
        quotes.describe(intent, instrumentId);
    }

    RiskVerdict send(OrderTicket wanted) {
        if (stopped) {
            return RiskVerdict.STRATEGY_STOPPED;
        }
        OrderIntent intent = wanted.intent();
        describe(intent, intent.instrumentId());
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
        describe(wanted.intent(), wanted.order().instrument().id());
        return orders.update(wanted, OrderOrigin.STRATEGY);
    }

    int sendBatch() {
        if (stopped) {
            return 0;
        }
        for (int i = 0; i < batch.size(); i++) {
            Order order = batch.order(i);
            OrderIntent intent = batch.intent(i);
            describe(intent, order == null ? intent.instrumentId() : order.instrument().id());
        }
        submitting = true;
        try {
            return orders.send(batch, OrderOrigin.STRATEGY);
        } finally {
            submitting = false;
        }
    }

    /** The largest position that open orders may lead to, without a sign. */
    double exposure(Instrument instrument) {
        double held = positions.amount(instrument.id());
        double bought = held + openAmount(instrument, Side.BUY);
        double sold = held - openAmount(instrument, Side.SELL);
        return Math.max(Math.abs(bought), Math.abs(sold));
    }

    double openAmount(Instrument instrument, Side side) {
        return Decimals.toDouble(orders.openUnits(instrument.id(), side));
    }
}
