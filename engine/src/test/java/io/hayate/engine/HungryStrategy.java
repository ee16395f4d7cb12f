package io.hayate.engine;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;

/** Has an order rest, then takes all the memory that there is, and keeps it. */
public final class HungryStrategy implements Strategy {
    private static final List<byte[]> EATEN = new ArrayList<>();
    private static final int PIECE_BYTES = 100_000;

    private StrategyContext context;
    private Order order;

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
            eat();
        }
    }

    /** For ever. */
    private static void eat() {
        while (true) {
            EATEN.add(new byte[PIECE_BYTES]);
        }
    }
}
