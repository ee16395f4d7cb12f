package io.hayate.engine;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.StrategyParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Has an order rest, says so, and then does what its parameter {@code manner} says, for ever. */
public final class MisbehavedStrategy implements Strategy {
    static final String BEGINS = "from here on it misbehaves";

    private static final int PIECE_BYTES = 100_000;

    /** What it does. */
    enum Manner {
        /** Computes; it heeds no interrupt. */
        LOOPS,
        /** Waits for nobody, again when it is interrupted. */
        BLOCKS,
        /** Throws. */
        THROWS,
        /** Takes all the memory that there is, and keeps it. */
        EATS
    }

    private final List<byte[]> eaten = new ArrayList<>();
    private Manner manner;

    private StrategyContext context;
    private Order order;
    private long turns;

    @Override
    public void configure(StrategyParameters parameters) {
        manner = Manner.valueOf(parameters.text("manner", Manner.LOOPS.name()));
    }

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
            System.out.println(BEGINS);
            misbehave();
        }
    }

    private void misbehave() {
        switch (manner) {
            case LOOPS -> loop();
            case BLOCKS -> block();
            case THROWS -> throw new IllegalStateException("as it was told to");
            case EATS -> eat();
        }
    }

    private void loop() {
        while (turns >= 0) {
            turns = turns + 1 & Long.MAX_VALUE;
        }
    }

    private void block() {
        while (turns >= 0) {
            LockSupport.park(this);
            boolean unused = Thread.interrupted();
        }
    }

    private void eat() {
        while (turns >= 0) {
            eaten.add(new byte[PIECE_BYTES]);
        }
    }
}
