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
    private final CallbackWatch watch;
    private final int number; // of the strategy; 0 for the only one
    private final OrderTicket ticket = new OrderTicket(this::send);
    private final OrderChange change = new OrderChange(this::send);
    private final OrderBatch batch = new OrderBatch();
    private Order last; // of a strategy of several
    private boolean stopped;
    private boolean submitting;

    StrategyOrders(
            TradingAccount account,
            DataInHand data,
            InstrumentQuotes quotes,
            CallbackWatch watch,
            int number) {
        this.quotes = quotes;
        this.orders = account.orders();
        this.positions = account.positions().of(number);
        this.data = data;
        this.watch = watch;
        this.number = number;
    }

    /** The sums of its fills. */
    Positions positions() {
        return positions;
    }

    /** Orders may leave: it starts, or starts anew. */
    void begin() {
        stopped = false;
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
        intent.origin(OrderOrigin.STRATEGY.code()).strategy(number);
        boolean wasInside = beginRequest();
        try {
            RiskVerdict verdict = orders.submit(intent);
            last = verdict.isAccepted() ? orders.lastOrder() : last;
            return verdict;
        } finally {
            endRequest(wasInside);
        }
    }

    private boolean beginRequest() {
        submitting = true;
        return watch.pause();
    }

    private void endRequest(boolean wasInside) {
        watch.goOn(wasInside);
        submitting = false;
    }

    private boolean isOwn(Order order) {
        return number == 0 || order.strategy() == number;
    }

    RiskVerdict send(OrderChange wanted) {
        if (stopped) {
            return RiskVerdict.STRATEGY_STOPPED;
        }
        if (!isOwn(wanted.order())) {
            return RiskVerdict.NOT_OPEN;
        }
        describe(wanted.intent(), wanted.order().instrument().id());
        wanted.intent().strategy(number);
        boolean wasInside = watch.pause();
        try {
            return orders.update(wanted, OrderOrigin.STRATEGY);
        } finally {
            watch.goOn(wasInside);
        }
    }

    int sendBatch() {
        if (stopped) {
            return 0;
        }
        for (int i = 0; i < batch.size(); i++) {
            Order order = batch.order(i);
            OrderIntent intent = batch.intent(i);
            describe(intent, order == null ? intent.instrumentId() : order.instrument().id());
            intent.strategy(number);
        }
        boolean wasInside = beginRequest();
        try {
            int left = orders.send(batch, OrderOrigin.STRATEGY);
            last = left > 0 ? orders.lastOrder() : last;
            return left;
        } finally {
            endRequest(wasInside);
        }
    }

    boolean cancel(Order order) {
        boolean wasInside = watch.pause();
        try {
            return isOwn(order) && orders.cancel(order);
        } finally {
            watch.goOn(wasInside);
        }
    }

    int cancelAll() {
        boolean wasInside = watch.pause();
        try {
            return orders.own().cancelAll(number);
        } finally {
            watch.goOn(wasInside);
        }
    }

    int cancelGroup(long group) {
        boolean wasInside = watch.pause();
        try {
            return orders.own().cancelGroup(number, group);
        } finally {
            watch.goOn(wasInside);
        }
    }

    Order lastOrder() {
        return number == 0 ? orders.lastOrder() : last;
    }

    int openOrders() {
        return orders.own().open(number);
    }

    Order find(long given) {
        return orders.own().find(number, given);
    }

    /** The largest position that open orders may lead to, without a sign. */
    double exposure(Instrument instrument) {
        double held = positions.amount(instrument.id());
        double bought = held + openAmount(instrument, Side.BUY);
        double sold = held - openAmount(instrument, Side.SELL);
        return Math.max(Math.abs(bought), Math.abs(sold));
    }

    double openAmount(Instrument instrument, Side side) {
        int id = instrument.id();
        return Decimals.toDouble(
                number == 0
                        ? orders.openUnits(id, side)
                        : orders.own().openUnits(number, id, side));
    }
}
