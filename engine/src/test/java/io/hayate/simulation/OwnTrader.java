package io.hayate.simulation;

import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;

/** A strategy of several: does what the test says in its next callback, and notes what it is told. */
final class OwnTrader implements Strategy {
    final List<Order> reported = new ArrayList<>();
    final List<Order> recovered = new ArrayList<>();
    final List<Integer> timers = new ArrayList<>();
    StrategyContext context;
    RuntimeException fault; // thrown by its next ticker
    RiskVerdict verdict;
    int tickers;
    int wallets;
    int stops;
    private Runnable deed;
    private Throwable failed;
    private double price;

    /** Does this in its next callback. */
    void next(Runnable what) {
        deed = what;
    }

    /** True once that is done; throws what it threw. */
    boolean isDone() {
        if (failed != null) {
            throw new AssertionError(failed);
        }
        return deed == null;
    }

    RiskVerdict buy(double amount) {
        verdict = context.buy(context.instrument(0), amount);
        return verdict;
    }

    RiskVerdict sell(double amount) {
        verdict = context.sell(context.instrument(0), amount);
        return verdict;
    }

    /** Buys at a part of the price. */
    RiskVerdict limit(double amount, double part, long group) {
        Instrument instrument = context.instrument(0);
        verdict =
                context.order(instrument)
                        .buy(amount)
                        .limit(part * price)
                        .roundPrice()
                        .group(group)
                        .send();
        return verdict;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        tickers++;
        price = ticker.bidPrice();
        if (fault != null) {
            throw fault;
        }
        if (deed != null) {
            try {
                deed.run();
            } catch (AssertionError | RuntimeException e) {
                failed = e;
            }
            deed = null;
        }
    }

    @Override
    public void onExecutionReport(ExecutionReport report, Order order) {
        reported.add(order);
    }

    @Override
    public void onWallet(WalletUpdate wallet) {
        wallets++;
    }

    @Override
    public void onTimer(int timerId) {
        timers.add(timerId);
    }

    @Override
    public void onRecovered(Order order) {
        recovered.add(order);
    }

    @Override
    public void onStop() {
        stops++;
    }
}
