package io.hayate.rehearsal;

import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;

/** The strategy of a {@link WarmPath}: buys at a ticker while it has no order. Strategy thread. */
final class WarmTrader implements Strategy {
    private static final double AMOUNT = 0.001; // as the answers have it

    private StrategyContext context;
    private volatile long open; // client order id; 0 for none

    /** The number of its order; 0 while it has none. Any thread. */
    long open() {
        return open;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (open == 0 && context.buy(instrument, AMOUNT).isAccepted()) {
            open = context.lastOrder().clientOrderId();
        }
    }

    @Override
    public void onExecutionReport(ExecutionReport report, Order order) {
        if (report.kind() == ReportKind.CLOSED) {
            open = 0;
        }
    }
}
