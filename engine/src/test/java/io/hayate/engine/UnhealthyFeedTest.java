package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.ChannelStatus;
import io.hayate.event.CommandType;
import io.hayate.event.Ticker;
import io.hayate.market.OrderBook;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Channel;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.FrameFault;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No order leaves by prices that are not the venue's, whatever is wrong with them. */
class UnhealthyFeedTest {
    private static final String[] CHANNELS = {"book tBTCUSD P0 25", "ticker tBTCUSD"};

    private final Buyer buyer = new Buyer();

    /** Buys at whatever it is told of, and notes when that was let through on a bad feed. */
    private static final class Buyer implements Strategy {
        final Map<RiskVerdict, Integer> verdicts = new EnumMap<>(RiskVerdict.class);
        int wrong;
        int byTicker;
        boolean isQuiet;
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            int before = count(RiskVerdict.ACCEPTED);
            buy(instrument);
            byTicker += count(RiskVerdict.ACCEPTED) - before;
        }

        @Override
        public void onBook(OrderBook book) {
            buy(book.channel().instrument());
        }

        @Override
        public void onChannelStatus(MarketChannel channel, ChannelStatus status) {
            buy(channel.instrument());
        }

        private void buy(Instrument instrument) {
            if (isQuiet) {
                return;
            }
            RiskVerdict verdict = context.buy(instrument, 1e-8);
            verdicts.merge(verdict, 1, Integer::sum);
            wrong += verdict.isAccepted() && !context.isHealthy() ? 1 : 0;
        }

        int count(RiskVerdict verdict) {
            return verdicts.getOrDefault(verdict, 0);
        }
    }

    private MarketRig open(String... channels) {
        Map<String, Object> settings =
                Map.of("trading.orders-per-second-max", "off", "trading.open-orders-max", "off");
        return MarketRig.simulated(1, buyer, settings, channels);
    }

    private void assertRefused(RiskVerdict verdict) {
        assertTrue(buyer.count(verdict) > 0, () -> "" + buyer.verdicts);
        assertEquals(0, buyer.wrong, () -> "" + buyer.verdicts);
    }

    @ParameterizedTest
    @EnumSource(
            value = FrameFault.class,
            names = {"DROPPED", "DOUBLED", "SWAPPED", "SEQUENCE_SKIPPED", "SEQUENCE_REPEATED"})
    void shouldNotTradeWhileSomethingMayBeMissing(FrameFault fault) {
        try (MarketRig rig = open(CHANNELS)) {
            rig.data().frames(fault, Channel.BOOK, 4);
            rig.moveUntil(() -> buyer.count(RiskVerdict.FEED_GAPPED) > 5);
            rig.data().frames(fault, Channel.BOOK, 0);

            rig.awaitHealth(Health.LIVE);
            int accepted = buyer.count(RiskVerdict.ACCEPTED);
            rig.moveUntil(() -> buyer.count(RiskVerdict.ACCEPTED) > accepted);
            assertRefused(RiskVerdict.FEED_GAPPED);
        }
    }

    @Test
    void shouldNotTradeByABookThatIsNotTheVenues() {
        try (MarketRig rig = open(CHANNELS)) {
            rig.data().frames(FrameFault.WRONG_CHECKSUM, Channel.BOOK, 1);
            rig.moveUntil(() -> buyer.count(RiskVerdict.FEED_BAD) > 5);

            assertRefused(RiskVerdict.FEED_BAD);
        }
    }

    @Test
    void shouldTradeByATickerWhoseBookIsWrong() {
        try (MarketRig rig = open(CHANNELS)) {
            rig.data().frames(FrameFault.WRONG_CHECKSUM, Channel.BOOK, 1);
            rig.moveUntil(() -> buyer.count(RiskVerdict.FEED_BAD) > 5);
            rig.data().frames(FrameFault.WRONG_CHECKSUM, Channel.BOOK, 1);
            int before = buyer.byTicker;

            rig.rig.controls().advance(1);
            rig.rig.await(() -> buyer.byTicker > before, () -> "" + buyer.verdicts);
            buyer.isQuiet = true;
            rig.rig.commands().offer(CommandType.BUY, 0, 0.01); // a person goes by all of them

            rig.rig.awaitTold(RiskVerdict.FEED_BAD.reason());
        }
    }

    @Test
    void shouldNotTradeByPricesThatDoNotComeAnyMore() {
        try (MarketRig rig = open(CHANNELS)) {
            buyer.isQuiet = true;
            rig.rig.await(() -> rig.health(0) != Health.LIVE, rig::toString);
            long sent = rig.rig.count(Counter.ORDERS_SENT);

            rig.rig.commands().offer(CommandType.BUY, 0, 0.01);
            rig.rig.awaitTold(RiskVerdict.FEED_STALE.reason());

            assertEquals(sent, rig.rig.count(Counter.ORDERS_SENT));
        }
    }

    @Test
    void shouldNotTradeWhileAConnectionOfMarketDataIsLost() {
        try (MarketRig rig = open(CHANNELS)) {
            rig.rig.refuseConnections(Integer.MAX_VALUE);
            rig.data().dropListeners(rig.channel(0).spec());
            rig.rig.await(() -> rig.health(0) == Health.RESYNCING, rig::toString);
            long sent = rig.rig.count(Counter.ORDERS_SENT);

            rig.rig.commands().offer(CommandType.SELL, 0, 0.01);
            rig.rig.awaitTold(RiskVerdict.FEED_GAPPED.reason());

            assertEquals(sent, rig.rig.count(Counter.ORDERS_SENT));
            assertTrue(rig.rig.isLive());
        }
    }

    @Test
    void shouldNotTradeWhatNobodyTellsAPriceOf() {
        try (MarketRig rig = open("trades tBTCUSD")) {
            rig.rig.commands().offer(CommandType.BUY, 0, 0.01);
            rig.rig.awaitTold(RiskVerdict.NO_QUOTE.reason());

            assertEquals(0, rig.rig.count(Counter.ORDERS_SENT));
        }
    }

    @Test
    void shouldNotTradeByAChannelThatWasEnded() {
        try (MarketRig rig = open("ticker tBTCUSD", "trades tBTCUSD")) {
            rig.rig.controls().advance(1);
            rig.rig.await(() -> buyer.count(RiskVerdict.ACCEPTED) > 0, "an order");
            rig.rig.commands().offer(CommandType.UNSUBSCRIBE, 0, 0);
            rig.rig.await(() -> rig.figure(0, Figure.WANTED) == 0, rig::toString);
            long sent = rig.rig.count(Counter.ORDERS_SENT);

            rig.rig.commands().offer(CommandType.BUY, 0, 0.01);
            rig.rig.awaitTold(RiskVerdict.NO_QUOTE.reason());

            assertEquals(sent, rig.rig.count(Counter.ORDERS_SENT));
        }
    }
}
