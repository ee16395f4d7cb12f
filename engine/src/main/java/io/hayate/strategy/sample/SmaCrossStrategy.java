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
    private static final double UNITS = 1e8;

    private static final double NOISE = 1e-12; // of a price: what adding doubles makes up

    private StrategyContext context;
    private Instrument first; // null where no symbol is subscribed: then there is nothing to do
    private int fast;
    private int slow;
    private double amount;
    private double[] prices;
    private int next;
    private int count;
    private int trend; // 1 when the fast average was last above the slow one, -1 below, 0 unknown

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
    public boolean rehearsable() {
        return true;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        first = context.instruments() > 0 ? context.instrument(0) : null;
        if (first == null) {
            context.log("sma-cross needs a symbol, and none is subscribed: it does nothing");
        }
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        double price = ticker.lastPrice();
        if (first == null || instrument.id() != first.id() || !(price > 0)) {
            return;
        }
        prices[next] = price;
        next = (next + 1) % slow;
        count = Math.min(count + 1, slow);
        if (count == slow) {
            onAverages(instrument, average(fast) - average(slow), price * NOISE);
        }
    }

    private void onAverages(Instrument instrument, double gap, double noise) {
        if (Math.abs(gap) <= noise) {
            return;
        }
        int before = trend;
        trend = gap > 0 ? 1 : -1;
        if (before != 0 && trend != before) {
            onCross(instrument);
        }
    }

    private double average(int length) {
        double sum = 0;
        for (int back = 1; back <= length; back++) {
            sum += prices[(next - back + slow) % slow];
        }
        return sum / length;
    }

    private void onCross(Instrument instrument) {
        double held = context.position(instrument);
        if (context.openOrders() > 0 || (trend > 0) == (held > 0)) {
            return; // one order at a time; and long already, or nothing to sell
        }
        RiskVerdict verdict =
                trend > 0
                        ? context.buy(instrument, amount)
                        : context.sell(instrument, sellable(held));
        if (!verdict.isAccepted()) {
            context.log(verdict.reason());
        }
    }

    /** A buy's fee is taken out of what was bought: less than the position may be there. */
    private double sellable(double held) {
        double balance = context.balance("exchange", first.base());
        return balance < held ? Math.floor(balance * UNITS) / UNITS : held;
    }
}
