package io.hayate.engine;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that buys, lets an order rest at a venue, says so, and waits to be killed. */
final class KilledTrader implements Strategy {
    static final String RESTS = "rests ";
    static final double BOUGHT = 0.02;

    private StrategyContext context;
    private Order bought;
    private Order order;

    private KilledTrader() {}

    /** What engines here are told. */
    static Map<String, Object> settings(URI venue) {
        return Map.of(
                "orders.dead-man-switch",
                false,
                "session.cancel-on-stop",
                "none",
                "subscriptions.tickers",
                List.of("tBTCUSD"),
                "venue.rest-url",
                "http://" + venue.getRawAuthority());
    }

    /** Arguments: the venue, and the folder of its state. */
    public static void main(String[] arguments) throws InterruptedException {
        URI venue = URI.create(arguments[0]);
        EngineRig unused =
                new EngineRig(venue, Path.of(arguments[1]), settings(venue), new KilledTrader());
        boolean unusedWait = new CountDownLatch(1).await(5, TimeUnit.MINUTES); // until it is killed
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (bought == null && context.isLive()) {
            bought = context.buy(instrument, BOUGHT).isAccepted() ? context.lastOrder() : null;
        } else if (bought != null && bought.isOpen()) {
            return; // until it is filled
        } else if (order == null && context.isLive()) {
            double price = Math.floor(ticker.bidPrice() * 0.9 / 100) * 100;
            boolean isSent = context.order(instrument).buy(0.01).limit(price).send().isAccepted();
            order = isSent ? context.lastOrder() : null;
        } else if (order != null && order.orderId() != 0) {
            System.out.println(RESTS + order.clientOrderId());
        }
    }
}
