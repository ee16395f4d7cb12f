package io.hayate.backtest;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;

/**
 * Rests a buy at the best bid, or a sell at the best ask, in turn, at each fifth ticker, and takes away
 * what is left of the one before: what it asks for does not hang on what was filled.
 */
public final class QuotingTrader implements Strategy {
    private static final double AMOUNT = 0.01;
    private static final int EVERY = 5;

    private StrategyContext context;
    private int tickers;
    private boolean isSell;

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (!context.isLive() || ++tickers % EVERY != 0) {
            return;
        }
        context.cancelAll();
        if (isSell) {
            context.order(instrument).sell(AMOUNT).limit(ticker.askPrice()).postOnly().send();
        } else {
            context.order(instrument).buy(AMOUNT).limit(ticker.bidPrice()).postOnly().send();
        }
        isSell = !isSell;
    }
}
