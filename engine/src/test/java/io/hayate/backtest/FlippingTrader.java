package io.hayate.backtest;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.StrategyParameters;

/**
 * Buys when it has nothing, sells what it has, at the first ticker behind its last fill: what it asks for
 * hangs on what was filled. At market, or with {@code resting} at the best price of its own side.
 */
public final class FlippingTrader implements Strategy {
    private static final double AMOUNT = 0.01;
    private static final double HALF = AMOUNT / 2;
    private static final double OFF = 1e-9;

    private StrategyContext context;
    private boolean isResting;

    @Override
    public void configure(StrategyParameters parameters) {
        isResting = parameters.positive("resting", OFF) > OFF;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (!context.isLive() || context.openOrders() > 0) {
            return;
        }
        boolean isSell = context.position(instrument) > HALF;
        if (!isResting && isSell) {
            context.sell(instrument, AMOUNT);
        } else if (!isResting) {
            context.buy(instrument, AMOUNT);
        } else if (isSell) {
            context.order(instrument).sell(AMOUNT).limit(ticker.askPrice()).postOnly().send();
        } else {
            context.order(instrument).buy(AMOUNT).limit(ticker.bidPrice()).postOnly().send();
        }
    }
}
