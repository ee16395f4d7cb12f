package io.hayate.engine;

import io.hayate.event.Candle;
import io.hayate.event.ChannelStatus;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Liquidation;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.market.OrderBook;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what a strategy is told of market data; does what the test asks for at the next trade. */
final class MarketRecorder implements Strategy {
    final List<Long> trades = new CopyOnWriteArrayList<>();
    final List<String> books = new CopyOnWriteArrayList<>();
    final List<String> statuses = new CopyOnWriteArrayList<>();
    final List<String> sessions = new CopyOnWriteArrayList<>();
    final List<String> reports = new CopyOnWriteArrayList<>();
    final AtomicInteger tickers = new AtomicInteger();
    final AtomicInteger candles = new AtomicInteger();
    final AtomicInteger derivatives = new AtomicInteger();
    final AtomicInteger liquidations = new AtomicInteger();
    private final ConcurrentLinkedQueue<Runnable> asked = new ConcurrentLinkedQueue<>();
    volatile StrategyContext context;
    volatile MarketChannel extra;

    /** Has something done on the strategy's thread. */
    void ask(Runnable deed) {
        asked.add(deed);
    }

    void subscribe(ChannelSpec spec) {
        ask(() -> extra = context.subscribe(spec));
    }

    void unsubscribe() {
        ask(() -> context.unsubscribe(extra));
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        given.scheduleEvery(1, 10);
    }

    @Override
    public void onTimer(int timerId) {
        for (Runnable deed = asked.poll(); deed != null; deed = asked.poll()) {
            deed.run();
        }
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        tickers.incrementAndGet();
    }

    @Override
    public void onTrade(Instrument instrument, Trade trade) {
        trades.add(trade.id());
    }

    @Override
    public void onBook(OrderBook book) {
        books.add(book.channel().spec() + ": " + book.healthText());
    }

    @Override
    public void onCandle(MarketChannel channel, Candle candle) {
        candles.incrementAndGet();
    }

    @Override
    public void onDerivativeStatus(Instrument instrument, DerivativeStatus status) {
        derivatives.incrementAndGet();
    }

    @Override
    public void onLiquidation(Instrument instrument, Liquidation liquidation) {
        liquidations.incrementAndGet();
    }

    @Override
    public void onChannelStatus(MarketChannel channel, ChannelStatus status) {
        statuses.add(channel.spec() + ": " + Health.text(status.health()));
    }

    @Override
    public void onSessionStatus(SessionStatus status) {
        sessions.add(status.state() + " " + status.text());
    }

    @Override
    public void onExecutionReport(ExecutionReport report, Order order) {
        reports.add(report.kind() + " " + report.clientOrderId());
    }
}
