package io.hayate.strategy.sample;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.StrategyParameters;

/**
 * Answers every ticker whose last price is at least {@code last-at-least} with one market order that
 * buys {@code amount}. {@code trigger}; made for measuring, and to see an order leave.
 */
public final class TriggerStrategy implements Strategy {
    private static final double LAST_AT_LEAST = 1_000_000;
    private static final double AMOUNT = 0.001;

    private StrategyContext context;
    private double lastAtLeast;
    private double amount;

    @Override
    public void configure(StrategyParameters parameters) {
        lastAtLeast = parameters.positive("last-at-least", LAST_AT_LEAST);
        amount = parameters.amount("amount", AMOUNT);
    }

    @Override
    public boolean rehearsable() {
        return true;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (ticker.lastPrice() >= lastAtLeast) {
            context.buy(instrument, amount);
        }
    }
}
