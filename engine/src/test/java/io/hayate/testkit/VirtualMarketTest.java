package io.hayate.testkit;

import static io.hayate.testkit.MarketAssertions.flatAtEnd;
import static io.hayate.testkit.MarketAssertions.noOrderWhileUnhealthy;
import static io.hayate.testkit.MarketAssertions.ordersAtVenueAtMostIntents;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Ticker;
import io.hayate.model.ConfigException;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.StrategyParameters;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit for authors of strategies: a market under the test's clock, and what must hold of a run. */
@Market(seed = 7)
class VirtualMarketTest {
    /** Buys and sells in turn, each at one ticker in so many, until it has done so often enough. */
    private static final class Turns implements Strategy {
        private int every;
        private int most;
        private int tickers;
        private int sent;
        private StrategyContext context;

        @Override
        public void configure(StrategyParameters parameters) {
            every = parameters.wholeNumber("every", 5, 1, 1_000);
            most = parameters.wholeNumber("most", 2, 0, 1_000);
        }

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            if (sent < most && ++tickers % every == 0) {
                boolean buys = sent % 2 == 0;
                RiskVerdict verdict =
                        buys ? context.buy(instrument, 0.01) : context.sell(instrument, 0.01);
                sent += verdict.isAccepted() ? 1 : 0;
            }
        }
    }

    private static void assertAllHolds(VirtualMarket market) {
        noOrderWhileUnhealthy(market);
        ordersAtVenueAtMostIntents(market);
    }

    @Test
    void shouldTradeWhileTheTestLetsTimePass(VirtualMarket market) {
        market.start(new Turns(), "most", "1").awaitLive();
        assertEquals(0, market.ordersSent());

        market.advance(Duration.ofSeconds(10));

        assertEquals(1, market.ordersSent());
        assertEquals(new BigDecimal("0.01"), market.position("BTCUSD"));
        assertEquals(new BigDecimal("0.01"), market.venue().position("BTCUSD"));
        assertEquals(OrderStatus.FILLED, market.orders().get(0).status());
        assertAllHolds(market);
        AssertionError held = assertThrows(AssertionError.class, () -> flatAtEnd(market));
        assertTrue(
                held.getMessage().startsWith("tBTCUSD is held: 0.01 here, 0.01 at the venue"),
                held.getMessage());
    }

    @Test
    void shouldBeFlatOnceAllIsSold(VirtualMarket market) {
        market.start(new Turns(), "most", "4").advance(Duration.ofMinutes(1));

        assertEquals(4, market.intents().size());
        flatAtEnd(market);
        assertAllHolds(market);
    }

    @Test
    @Faults(rules = "lost-ack times=1")
    void shouldSendNothingTwiceThoughAnAnswerIsLost(VirtualMarket market) {
        market.start(new Turns(), "most", "2").advance(Duration.ofMinutes(2));

        assertEquals(2, market.ordersSent());
        flatAtEnd(market);
        assertAllHolds(market);
    }

    @Test
    void shouldBreakTheConnectionInEachWayThatATestAsksFor(VirtualMarket market) {
        market.start(new Turns(), "most", "1000").awaitLive();
        market.cut();
        assertTrue(market.until(() -> !market.isLive(), Duration.ofSeconds(5)));
        market.awaitLive().silence(Duration.ofSeconds(20));
        market.advance(Duration.ofSeconds(25)).stall(Duration.ofSeconds(20));
        market.advance(Duration.ofSeconds(25)).halfOpen();
        assertTrue(market.until(() -> !market.isLive(), Duration.ofMinutes(2)));
        market.awaitLive().advance(Duration.ofSeconds(10));

        assertTrue(market.ordersSent() > 10);
        assertAllHolds(market);
    }

    /** The same number breaks the same things, whatever they are. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldHoldWhateverGoesWrong(long seed) {
        VirtualMarket first = chaos(seed);
        VirtualMarket again = chaos(seed);

        assertAllHolds(first);
        assertEquals(first.wire().numbers(), again.wire().numbers());
        assertEquals(first.toString(), again.toString());
        assertTrue(first.ordersSent() > 0, () -> first + " sent " + first.ordersSent());
    }

    private static VirtualMarket chaos(long seed) {
        MarketConfiguration wanted = new MarketConfiguration("BTCUSD", "ETHUSD").faultSeed(seed);
        VirtualMarket market = VirtualMarket.of(wanted.channels("book BTCUSD"));
        return market.start(new Turns(), "most", "1000").advance(Duration.ofMinutes(3));
    }

    @Test
    @Faults(42)
    @Market(symbols = "ETHUSD", settings = "trading.order-amount-max = 0.001")
    void shouldTakeWhatStandsAtTheTest(VirtualMarket market) {
        market.start(new Turns()).advance(Duration.ofMinutes(1));

        assertTrue(market.refused(RiskVerdict.ORDER_AMOUNT) > 0);
        assertEquals(0, market.ordersSent());
        assertTrue(market.toString().startsWith("market of [ETHUSD], seed 1, faults 42"));
    }

    @Test
    void shouldNameWhatIsWrongWithItsSetup() {
        assertThrows(ConfigException.class, () -> VirtualMarket.of(new MarketConfiguration("?")));
        MarketConfiguration unknown = new MarketConfiguration("BTCUSD").settings("trading.x = 1");
        assertThrows(ConfigException.class, () -> VirtualMarket.of(unknown));
        VirtualMarket market = VirtualMarket.of(new MarketConfiguration("BTCUSD"));
        assertThrows(IllegalStateException.class, market::isLive);
        assertThrows(ConfigException.class, () -> market.start(new Turns(), "evry", "3"));
    }

    @Test
    void shouldFindEachThingThatMustNotBe() {
        MarketIntent stale = new MarketIntent(1, Health.STALE, false, true, true);
        MarketIntent dead = new MarketIntent(2, 0, false, false, true);
        MarketIntent kept = new MarketIntent(3, Health.STALE, false, true, false);
        MarketIntent reducing = new MarketIntent(4, Health.STALE, true, true, true);

        MarketAssertions.noneUnhealthy(List.of(kept, reducing), "it");
        for (MarketIntent each : List.of(stale, dead)) {
            assertThrows(
                    AssertionError.class,
                    () -> MarketAssertions.noneUnhealthy(List.of(each), "it"));
        }
        MarketAssertions.eachAsked(Set.of(1L, 2L), List.of(2L), "it");
        assertThrows(
                AssertionError.class,
                () -> MarketAssertions.eachAsked(Set.of(1L), List.of(2L), "it"));
        assertThrows(
                AssertionError.class,
                () -> MarketAssertions.once(List.of(1L, 1L), "on the wire", "it"));
        assertFalse(stale.isHealthy());
    }
}
