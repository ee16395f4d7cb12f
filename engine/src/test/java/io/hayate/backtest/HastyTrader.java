package io.hayate.backtest;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.StrategyParameters;

/**
 * Buys at once when the ask is at most {@code ask}, at market; or, with
 * {@code bid}, rests a buy there as soon as it can.
 */
public final class HastyTrader implements Strategy {
    private static final double OFF = 1e-9;

    private StrategyContext context;
    private double ask;
    private double bid;
    private double amount;
    private boolean isDone;

    @Override
    public void configure(StrategyParameters parameters) {
        ask = parameters.positive("ask", OFF);
        bid = parameters.positive("bid", OFF);
        amount = parameters.amount("amount", 1);
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (isDone || !context.isLive()) {
            return;
        } else if (bid > OFF) {
            isDone = context.order(instrument).buy(amount).limit(bid).send().isAccepted();
        } else if (ticker.askPrice() <= ask) {
            isDone = context.buy(instrument, amount).isAccepted();
        }
    }
}
