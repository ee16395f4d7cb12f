package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import io.hayate.event.Candle;
import io.hayate.event.ChannelStatus;
import io.hayate.event.CommandType;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.Liquidation;
import io.hayate.event.Trade;
import io.hayate.market.OrderBook;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A warm strategy thread allocates nothing for market data, whatever a strategy asks about it. */
class MarketAllocationTest {
    private final Reader strategy = new Reader();
    private final RunnerRig rig = new RunnerRig(strategy).bare();
    private final MarketFeed feed = new MarketFeed(rig);
    private final MarketChannel trades = feed.channel(ChannelSpec.trades("tBTCUSD"));
    private final MarketChannel book = feed.channel(ChannelSpec.book("tBTCUSD"));
    private final MarketChannel candles = feed.channel(ChannelSpec.candles("1m", "tBTCUSD"));
    private final MarketChannel status = feed.channel(ChannelSpec.derivative("tBTCUSD"));

    /** Asks for all there is in each callback. */
    private static final class Reader implements Strategy {
        private StrategyContext context;
        private double sum;
        private int callbacks;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        private void look() {
            Instrument btc = context.instrument(RunnerRig.BTCUSD);
            callbacks++;
            sum += context.ageMs() + (context.isHealthy() ? 1 : context.healthText().length());
            sum += context.trades(btc).price(0) + context.candles(btc, "1m").close(0);
            sum += context.latestStatus(btc).markPrice() + context.health(context.channel(0));
            OrderBook book = context.book(btc);
            sum += book.imbalance(5) + book.priceFor(Side.BUY, 0.1);
            sum += context.book(book.channel()).spread();
        }

        @Override
        public void onTrade(Instrument instrument, Trade trade) {
            look();
        }

        @Override
        public void onBook(OrderBook changed) {
            look();
        }

        @Override
        public void onCandle(MarketChannel channel, Candle candle) {
            look();
        }

        @Override
        public void onDerivativeStatus(Instrument instrument, DerivativeStatus state) {
            look();
        }

        @Override
        public void onLiquidation(Instrument instrument, Liquidation liquidation) {
            look();
        }

        @Override
        public void onChannelStatus(MarketChannel channel, ChannelStatus changed) {
            look();
        }
    }

    /** One of everything first, so that a look finds it. */
    private void begin() {
        feed.candleOfSnapshot(candles, 1, 100);
        feed.printOfSnapshot(trades, -1, 100, 1);
        feed.derivativeStatus(status, 100);
        feed.snapshot(book, new double[] {100, 1, 2}, new double[] {101, 1, -3});
        strategy.callbacks = 0;
    }

    @Test
    void shouldAllocateNothingForMarketData() throws IOException {
        begin();

        long bytes =
                Allocations.of(
                        i -> {
                            feed.print(trades, i, 100 + i % 7, i % 2 == 0 ? 1 : -1);
                            feed.level(book, 100 - i % 10, 1 + i % 3, 1 + i % 5);
                            feed.level(book, 101 + i % 10, i % 4, -1);
                            feed.endBurst(book);
                            feed.candle(candles, i / 10 + 10, i);
                            feed.candle(candles, i / 10 + 9, i);
                            feed.derivativeStatus(status, i);
                            feed.liquidation(status, RunnerRig.BTCUSD, i);
                            feed.status(trades, i % 2 == 0 ? Health.STALE : Health.LIVE);
                        });

        assertEquals(0, bytes);
        assertTrue(strategy.callbacks > 600_000, "called " + strategy.callbacks);
        assertTrue(strategy.sum != 0, "it has looked");
        assertTrue(rig.incidents().isEmpty());
    }

    @Test
    void shouldAllocateNothingToShowMarketData() throws IOException {
        begin();
        CommandType[] asked = {
            CommandType.BOOK_VIEW, CommandType.TRADES_VIEW, CommandType.CANDLES_VIEW
        };
        MarketChannel[] of = {book, trades, candles};

        long bytes = Allocations.of(i -> rig.command(asked[i % 3], of[i % 3].id(), 0));

        assertEquals(0, bytes);
    }
}
