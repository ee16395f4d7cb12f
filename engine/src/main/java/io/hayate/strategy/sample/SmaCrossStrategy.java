package io.hayate.strategy.sample;

import io.hayate.event.Ticker;
import io.hayate.model.ConfigException;
import io.hayate.model.Instrument;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.StrategyParameters;

/**
 * Two moving averages of the first instrument's last price: buys {@code amount} when the average
 * over {@code fast} tickers rises above that over {@code slow}, and sells what it holds when it falls
 * below. {@code sma-cross}; a small example, not advice.
 *
 * <p>Fees and spread eat what crossings of a random price would seem to win.
 */
public final class SmaCrossStrategy implements Strategy {
    private static final int FAST = 10;
    private static final int SLOW = 50;
    private static final int LENGTH_MAX = 10_000;
    private static final double AMOUNT = 0.001;

    private StrategyContext context;
    private int fast;
    private int slow;
    private double amount;
    private double[] prices;
    private int count;
    private boolean wasAbove;

    @Override
    public void configure(StrategyParameters parameters) {
        fast = parameters.wholeNumber("fast", FAST, 1, LENGTH_MAX);
        slow = parameters.wholeNumber("slow", SLOW, 2, LENGTH_MAX);
        amount = parameters.amount("amount", AMOUNT);
        if (fast >= slow) {
            throw new ConfigException(
                    "strategy.parameters.fast of sma-cross must be under slow, "
                            + slow
                            + ": was "
                            + fast);
        }
        prices = new double[slow];
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (instrument.id() != 0 || !(ticker.lastPrice() > 0)) {
            return;
        }
        prices[count % slow] = ticker.lastPrice();
        count++;
        if (count < slow) {
            return;
        }
        boolean isAbove = average(fast) > average(slow);
        if (isAbove != wasAbove && count > slow) {
            onCross(instrument, isAbove);
        }
        wasAbove = isAbove;
    }

    private double average(int length) {
        double sum = 0;
        for (int back = 1; back <= length; back++) {
            sum += prices[(count - back) % slow];
        }
        return sum / length;
    }

    private void onCross(Instrument instrument, boolean rose) {
        double held = context.position(instrument);
        if (context.openOrders() > 0 || rose == held > 0) {
            return; // one order at a time; and long already, or nothing to sell
        }
        RiskVerdict verdict =
                rose ? context.buy(instrument, amount) : context.sell(instrument, held);
        if (!verdict.isAccepted()) {
            context.log("sma-cross: an order was refused; see status");
        }
    }
}
