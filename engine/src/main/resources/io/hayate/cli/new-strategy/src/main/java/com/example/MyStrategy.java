package com.example;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.StrategyParameters;

/** Buys once, when the best ask falls to a price. */
public final class MyStrategy implements Strategy {
    private double buyBelow;
    private double amount;
    private boolean bought;
    private StrategyContext context;

    @Override
    public void configure(StrategyParameters parameters) {
        buyBelow = parameters.positive("buy-below", 1.0);
        amount = parameters.amount("amount", 0.01);
    }

    /** All that it does goes by its context, so it may be rehearsed on invented prices before the session. */
    @Override
    public boolean rehearsable() {
        return true;
    }

    @Override
    public void onStart(StrategyContext context) {
        this.context = context;
        context.log("buying {} below {}", amount, buyBelow);
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (!bought && isCheap(ticker.askPrice())) {
            bought = context.buy(instrument, amount).isAccepted();
        }
    }

    boolean isCheap(double askPrice) {
        return askPrice <= buyBelow;
    }
}
