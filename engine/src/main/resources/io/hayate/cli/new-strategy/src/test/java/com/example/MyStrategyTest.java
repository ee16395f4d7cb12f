package com.example;

import static io.hayate.testkit.MarketAssertions.noOrderWhileUnhealthy;
import static io.hayate.testkit.MarketAssertions.ordersAtVenueAtMostIntents;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.OrderStatus;
import io.hayate.strategy.StrategyParameters;
import io.hayate.testkit.Faults;
import io.hayate.testkit.Market;
import io.hayate.testkit.VirtualMarket;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hayate's engine and its venue, on this thread, under a clock that the test moves. */
@Market(symbols = "BTCUSD", seed = 7)
@Timeout(60)
class MyStrategyTest {
    private static final String ANY_PRICE = "1000000";

    private final MyStrategy strategy = new MyStrategy();

    @Test
    void shouldBuyWhenAskFallsToThePrice() {
        strategy.configure(new StrategyParameters("MyStrategy", Map.of("buy-below", "9500")));

        assertTrue(strategy.isCheap(9_500));
        assertFalse(strategy.isCheap(9_500.1));
    }

    @Test
    void shouldBuyOnceAtTheVenue(VirtualMarket market) {
        market.start(strategy, "buy-below", ANY_PRICE, "amount", "0.02");
        market.advance(Duration.ofMinutes(1)); // takes no time

        assertEquals(new BigDecimal("0.02"), market.venue().position("BTCUSD"));
        assertEquals(OrderStatus.FILLED, market.orders().get(0).status());
    }

    @Test
    void shouldBuyNothingTwiceWhenTheAnswerIsLostAndTheConnectionBreaks(VirtualMarket market) {
        market.start(strategy, "buy-below", ANY_PRICE).fault("lost-ack times=1");
        assertTrue(market.until(() -> market.ordersSent() == 1, Duration.ofMinutes(1)));
        market.cut();
        market.advance(Duration.ofMinutes(5));

        assertTrue(market.isLive());
        assertEquals(1, market.ordersSent());
        ordersAtVenueAtMostIntents(market);
    }

    /** Another number breaks other things, the same ones each time. */
    @Test
    @Faults(42)
    void shouldSendNothingByBadPricesWhateverGoesWrong(VirtualMarket market) {
        market.start(strategy, "buy-below", ANY_PRICE).advance(Duration.ofMinutes(10));

        noOrderWhileUnhealthy(market);
        ordersAtVenueAtMostIntents(market);
    }
}
