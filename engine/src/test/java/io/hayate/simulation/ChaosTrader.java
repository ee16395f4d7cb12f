package io.hayate.simulation;

import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.market.OrderBook;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.base.Random64;

/** Does by a seed all that a strategy may do: buys, sells, cancels, subscribes and unsubscribes. */
final class ChaosTrader implements Strategy {
    private static final int ACT_ONE_IN = 8;
    private static final int TIMER_MS = 500;
    private static final ChannelSpec[] MORE = {
        ChannelSpec.trades("tETHUSD"),
        ChannelSpec.candles("1m", "tBTCUSD"),
        ChannelSpec.book("tETHUSD", BookPrecision.R0, "F0", 25)
    };

    private final Random64 random;
    private StrategyContext context;
    private MarketChannel extra; // null while none is asked for

    ChaosTrader(long seed) {
        random = Random64.of(seed, "trader");
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        context.scheduleEvery(0, TIMER_MS);
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        mayTrade(instrument);
    }

    @Override
    public void onTrade(Instrument instrument, Trade trade) {
        mayTrade(instrument);
    }

    @Override
    public void onBook(OrderBook book) {
        mayTrade(context.instrument(book.channel().spec().symbol()));
    }

    private void mayTrade(Instrument instrument) {
        if (random.below(ACT_ONE_IN) == 0) {
            double amount = (1 + random.below(50)) / 1_000.0;
            if (random.below(2) == 0) {
                context.buy(instrument, amount);
            } else {
                context.sell(instrument, amount);
            }
        }
    }

    @Override
    public void onExecutionReport(ExecutionReport report, Order order) {
        if (order != null && random.below(2) == 0) {
            context.cancel(order);
        }
    }

    @Override
    public void onTimer(int timerId) {
        if (extra == null) {
            extra = context.subscribe(MORE[random.below(MORE.length)]);
        } else if (random.below(4) == 0 && context.unsubscribe(extra)) {
            extra = null;
        }
    }
}
