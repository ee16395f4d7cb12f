package io.hayate.simulation;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import io.hayate.order.Order;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Does what a situation asks for, and tries a small order twice a second that the venue ends at once:
 * whenever one may leave, one does.
 */
final class SituationTrader implements Strategy {
    private static final int EVERY_MS = 10;
    private static final int PROBES_EVERY = 50;
    private static final double PROBE = 0.001;

    private final List<Runnable> wanted = new ArrayList<>();
    private StrategyContext context;
    private int turns;
    private boolean isProbing;

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        context.scheduleEvery(0, EVERY_MS);
    }

    /** Does this at the next turn. */
    void want(Runnable deed) {
        wanted.add(deed);
    }

    void probe() {
        isProbing = true;
    }

    void rest() {
        isProbing = false;
    }

    StrategyContext context() {
        return context;
    }

    private Instrument instrument() {
        return context.instrument(0);
    }

    /** A price between the best bid and the best ask; 0 while there is none. */
    double priceWithin() {
        Ticker ticker = context == null ? null : context.latestTicker(instrument());
        return ticker != null && ticker.askPrice() - ticker.bidPrice() > 1.5
                ? ticker.bidPrice() + 1
                : 0;
    }

    RiskVerdict place(double amount, double price) {
        return context.order(instrument()).buy(amount).limit(price).send();
    }

    void cancel(Order order) {
        context.cancel(order);
    }

    void update(Order order, double price) {
        context.update(order).price(price).send();
    }

    /** Sends two orders, of which the second is far from the market, in one message. */
    Order placeTwo(double amount, double price) {
        var batch = context.batch();
        batch.add(context.order(instrument()).buy(amount).limit(price));
        batch.add(context.order(instrument()).buy(amount).limit(Math.rint(price * 0.8)));
        context.sendBatch();
        return batch.order(0);
    }

    @Override
    public void onTimer(int timerId) {
        List<Runnable> now = List.copyOf(wanted);
        wanted.clear();
        now.forEach(Runnable::run);
        turns++;
        Ticker ticker = context.latestTicker(instrument());
        if (isProbing && ticker != null && turns % PROBES_EVERY == 0) {
            context.order(instrument()).buy(PROBE).ioc(Math.rint(ticker.bidPrice() * 0.7)).send();
        }
    }

    static boolean isUnknown(Order order) {
        return order.status() == OrderStatus.UNKNOWN;
    }
}
