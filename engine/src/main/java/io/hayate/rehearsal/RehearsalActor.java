package io.hayate.rehearsal;

import io.hayate.event.Candle;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.market.CandleSeries;
import io.hayate.market.LevelVisitor;
import io.hayate.market.OrderBook;
import io.hayate.market.TradeTape;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;

/**
 * The strategy of a {@link Rehearsal}: buys and sells in turn when told to, and uses what a strategy
 * may use. Each act has a class of its own.
 *
 * <p>The strategy's thread, but for {@link #hasStarted}.
 */
abstract class RehearsalActor implements Strategy {
    static final int TIMER_MS = 1;

    private static final int TIMER = 0;
    private static final double AMOUNT = 0.00001;
    private static final int LEVELS = 5;

    private final LevelVisitor visitor = this::onLevel;
    private StrategyContext context;
    private volatile boolean started;
    private boolean sells;

    @SuppressWarnings("unused") // what was read must go somewhere, or it would not be read
    private double seen;

    private RehearsalActor() {}

    /** Who plays in an act. */
    static RehearsalActor of(int act) {
        return switch (act) {
            case 0 -> new First();
            case 1 -> new Second();
            default -> new Third();
        };
    }

    /** True once it listens; any thread. */
    final boolean hasStarted() {
        return started;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        context.scheduleEvery(TIMER, TIMER_MS);
        started = true;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (ticker.lastPrice() < StageFrames.CUE) {
            return;
        }
        if (sells) {
            context.sell(instrument, AMOUNT);
        } else {
            context.buy(instrument, AMOUNT);
        }
        sells = !sells;
    }

    @Override
    public void onTrade(Instrument instrument, Trade trade) {
        TradeTape tape = context.trades(instrument);
        for (int back = 0; back < Math.min(LEVELS, tape.size()); back++) {
            seen += tape.price(back) * tape.amount(back);
        }
        seen += context.isHealthy() ? context.ageMs() : 0;
    }

    @Override
    public void onBook(OrderBook book) {
        seen += book.midPrice() + book.spread() + book.microprice() + book.imbalance(LEVELS);
        seen += book.priceFor(Side.BUY, 1) + book.worstPriceFor(Side.SELL, 1);
        seen += book.depthTo(Side.SELL, book.askPrice());
        seen += book.isHealthy() && book.isWhole() ? context.ageMs() : 0;
        book.forEachLevel(Side.BUY, visitor);
    }

    private boolean onLevel(int rank, double price, double amount, int count) {
        seen += price * amount * count;
        return rank < LEVELS;
    }

    @Override
    public void onCandle(MarketChannel channel, Candle candle) {
        CandleSeries series = context.candles(channel.instrument(), channel.spec().timeFrame());
        seen += series == null || series.size() == 0 ? 0 : series.close(0) - series.open(0);
    }

    @Override
    public void onTimer(int timerId) {
        context.print(context.instrument(0));
    }

    private static final class First extends RehearsalActor {}

    private static final class Second extends RehearsalActor {}

    private static final class Third extends RehearsalActor {}
}
