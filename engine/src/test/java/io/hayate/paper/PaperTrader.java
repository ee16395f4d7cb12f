package io.hayate.paper;

import io.hayate.event.AccountState;
import io.hayate.event.ChannelStatus;
import io.hayate.event.ExecutionReport;
import io.hayate.market.OrderBook;
import io.hayate.model.Channel;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.model.OrderStatus;
import io.hayate.order.Order;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;

/** Does in its timer what a test says, as prices need not come, and notes what it is told. */
final class PaperTrader implements Strategy {
    final List<String> told = new ArrayList<>();
    RiskVerdict verdict;
    Order order; // the last one that was reported
    String text = ""; // of the last report
    private StrategyContext context;
    private Runnable deed;

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        context.scheduleEvery(1, 50);
    }

    boolean isReady() {
        return context != null && context.accountState() == AccountState.READY;
    }

    boolean isHealthy() {
        OrderBook book = context == null ? null : book();
        return book != null && book.isHealthy();
    }

    boolean is(OrderStatus status) {
        return order != null && order.status() == status;
    }

    double mid() {
        return book().midPrice();
    }

    private OrderBook book() {
        return context.book(context.instrument(0));
    }

    void buy(double amount) {
        verdict = null;
        deed = () -> verdict = context.buy(context.instrument(0), amount);
    }

    void sell(double amount) {
        verdict = null;
        deed = () -> verdict = context.sell(context.instrument(0), amount);
    }

    /** Bids as much as the best bid. */
    void join(double amount) {
        verdict = null;
        deed =
                () ->
                        verdict =
                                context.order(context.instrument(0))
                                        .buy(amount)
                                        .limit(book().bidPrice())
                                        .postOnly()
                                        .send();
    }

    @Override
    public void onTimer(int timerId) {
        if (deed != null) {
            Runnable what = deed;
            deed = null;
            what.run();
        }
    }

    @Override
    public void onChannelStatus(MarketChannel channel, ChannelStatus status) {
        if (channel.spec().channel() == Channel.BOOK) {
            told.add("book " + Health.text(status.health()));
        }
    }

    @Override
    public void onBook(OrderBook book) {
        if (!book.isHealthy()) {
            told.add("book " + book.healthText());
        }
    }

    @Override
    public void onExecutionReport(ExecutionReport report, Order of) {
        order = of;
        text = report.text();
        told.add(report.kind() + " " + (of == null ? "" : of.status()) + " " + text);
    }

    /** How many words of health were told that have this one. */
    long healths(String word) {
        return told.stream().filter(each -> each.startsWith("book") && each.contains(word)).count();
    }

    Instrument instrument() {
        return context.instrument(0);
    }
}
