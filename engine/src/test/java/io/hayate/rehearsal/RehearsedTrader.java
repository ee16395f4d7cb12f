package io.hayate.rehearsal;

import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Buys at a ticker and sells at the next, subscribes the prints itself, and does what a test wants once it
 * has had enough of that. The strategy's thread; a test reads what it has seen once the rehearsal is over.
 */
final class RehearsedTrader implements Strategy {
    private static final int ENOUGH = 50; // orders that came to their end

    final List<String> instruments = new ArrayList<>();
    final CountDownLatch released = new CountDownLatch(1);
    private final Consumer<RehearsedTrader> deed;
    private StrategyContext context;
    private boolean buys = true;
    double highest;
    double lowest = Double.MAX_VALUE;
    int ended;
    int trades;
    int stops;
    volatile boolean hasEnough;

    /** What it does each time once it has enough. */
    RehearsedTrader(Consumer<RehearsedTrader> deed) {
        this.deed = deed;
    }

    RehearsedTrader() {
        this(trader -> {});
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        for (int id = 0; id < context.instruments(); id++) {
            instruments.add(context.instrument(id).symbol());
        }
        context.subscribe(ChannelSpec.trades(context.instrument(0).symbol()));
        context.log("it is called");
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        highest = Math.max(highest, ticker.lastPrice());
        lowest = Math.min(lowest, ticker.lastPrice());
        if (context.isLive() && context.openOrders() == 0) {
            boolean isSent =
                    (buys ? context.buy(instrument, 0.01) : context.sell(instrument, 0.01))
                            .isAccepted();
            buys = isSent != buys;
        }
        if (ended >= ENOUGH && trades > 0 && highest > 1e8 && lowest < 1e-6) {
            hasEnough = true;
            deed.accept(this);
        }
    }

    @Override
    public void onTrade(Instrument instrument, Trade trade) {
        trades++;
    }

    @Override
    public void onExecutionReport(ExecutionReport report, Order order) {
        ended += report.kind() == ReportKind.CLOSED ? 1 : 0;
    }

    @Override
    public void onStop() {
        stops++;
    }

    /** Waits for the test, and swallows each interrupt. */
    void waitForEver() {
        while (released.getCount() > 0) {
            try {
                released.await();
            } catch (InterruptedException e) {
                // It heeds none.
            }
        }
    }

    /** Waits for the test, or an interrupt. */
    void waitUntilInterrupted() {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("it was waiting", e);
        }
    }
}
