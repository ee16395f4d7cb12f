package io.hayate.engine;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;

/** Has an order rest, says so, and then computes for ever: it heeds no interrupt. */
public final class EndlessStrategy implements Strategy {
    static final String LOOPS = "from here on it loops";

    private StrategyContext context;
    private Order order;
    private long turns;

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (order == null && context.isLive()) {
            double price = Math.floor(ticker.bidPrice() * 0.9 / 100) * 100;
            boolean isSent = context.order(instrument).buy(0.01).limit(price).send().isAccepted();
            order = isSent ? context.lastOrder() : null;
        } else if (order != null && order.orderId() != 0) {
            System.out.println(LOOPS);
            loop();
        }
    }

    private void loop() {
        while (turns >= 0) {
            turns = turns + 1 & Long.MAX_VALUE;
        }
    }
}
