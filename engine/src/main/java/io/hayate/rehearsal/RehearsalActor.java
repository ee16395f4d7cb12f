package io.hayate.rehearsal;

import io.hayate.event.Candle;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.market.CandleSeries;
import io.hayate.market.LevelVisitor;
import io.hayate.market.OrderBook;
import io.hayate.market.TradeTape;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.model.OrderType;
import io.hayate.model.Side;
import io.hayate.order.Order;
import io.hayate.order.OrderTicket;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;

/**
 * The strategy of a {@link Rehearsal}: buys and sells in turn at a ticker while few of its orders are
 * open, and uses what a strategy may use. Each act has a class of its own.
 *
 * <p>The strategy's thread, but for {@link #hasStarted} and {@link #answered}.
 */
abstract class RehearsalActor implements Strategy {
    static final int TIMER_MS = 1;

    private static final int TIMER = 0;
    private static final double[] AMOUNTS = {0.001, 0.00054321, 0.1, 0.02, 0.12345678, 0.3, 0.0004};
    private static final int OPEN_MAX = 4;
    private static final int LEVELS = 5;
    private static final int RESTING_EVERY =
            4; // pairs of orders; such a pair is changed, then canceled
    private static final double BELOW =
            0.9; // of the best bid; a sell that it comes to is sold at once
    private static final double ABOVE = 1.2; // of the best ask

    private final LevelVisitor visitor = this::onLevel;
    private StrategyContext context;
    private Instrument market;
    private volatile boolean started;
    private volatile int answered;
    private int sent;

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

    /** How many of its orders have come to their end; any thread. */
    final int answered() {
        return answered;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        market = context.instrument(RehearsedChannels.MARKET);
        context.scheduleEvery(TIMER, TIMER_MS);
        started = true;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        seen += ticker.bidPrice() + ticker.askPrice();
        if (context.isLive() && context.openOrders() < 1 + sent % OPEN_MAX) {
            double amount = AMOUNTS[sent / 2 % AMOUNTS.length]; // bought, then sold
            sent += order(amount, ticker).isAccepted() ? 1 : 0;
        }
    }

    private RiskVerdict order(double amount, Ticker ticker) {
        boolean buys = sent % 2 == 0;
        if (sent / 2 % RESTING_EVERY == RESTING_EVERY - 1) {
            double price = buys ? ticker.bidPrice() * BELOW : ticker.askPrice() * ABOVE;
            OrderTicket ticket = context.order(market).group(1).limit(price).roundPrice();
            return (buys ? ticket.buy(amount) : ticket.sell(amount)).send();
        }
        return buys ? context.buy(market, amount) : context.sell(market, amount);
    }

    @Override
    public void onExecutionReport(ExecutionReport report, Order order) {
        if (report.kind() == ReportKind.CLOSED) {
            answered = answered() + 1; // one thread writes
        } else if (order != null && order.isOpen() && order.type() == OrderType.EXCHANGE_LIMIT) {
            onResting(report.kind(), order);
        }
    }

    private void onResting(ReportKind kind, Order order) {
        boolean isChanged =
                kind == ReportKind.NEW
                        && context.update(order)
                                .price(order.price() * BELOW)
                                .roundPrice()
                                .send()
                                .isAccepted();
        if (!isChanged && (kind == ReportKind.NEW || kind == ReportKind.CHANGED)) {
            context.cancel(order);
        }
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
        context.print(market);
    }

    private static final class First extends RehearsalActor {}

    private static final class Second extends RehearsalActor {}

    private static final class Third extends RehearsalActor {}
}
