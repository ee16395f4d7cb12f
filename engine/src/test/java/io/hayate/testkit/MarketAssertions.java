package io.hayate.testkit;

import io.hayate.model.Health;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of a strategy's run, whatever went wrong. Needs no JUnit. */
public final class MarketAssertions {
    private MarketAssertions() {}

    /**
     * No order left by data or prices that were not live, or while the session was not.
     *
     * @throws AssertionError names the first that did
     */
    public static void noOrderWhileUnhealthy(VirtualMarket market) {
        noneUnhealthy(market.intents(), market);
    }

    static void noneUnhealthy(List<MarketIntent> intents, Object market) {
        for (MarketIntent intent : intents) {
            if (intent.isSent() && !intent.isHealthy()) {
                throw new AssertionError(
                        "order "
                                + intent.clientOrderId()
                                + " left while "
                                + (intent.isLive()
                                        ? "its data was " + Health.text(intent.health())
                                        : "the session was not live")
                                + ": "
                                + market);
            }
        }
    }

    /**
     * Each order at the venue is one that the engine asked for, and none was sent twice because its answer was
     * late or lost. What a venue makes of one message is its own: a fault may let it take one twice.
     *
     * @throws AssertionError names the first that breaks it
     */
    public static void ordersAtVenueAtMostIntents(VirtualMarket market) {
        Set<Long> asked = new HashSet<>();
        market.intents().forEach(intent -> asked.add(intent.clientOrderId()));
        once(market.wire().numbers(), "on the wire", market);
        eachAsked(asked, market.venue().orders(), market);
    }

    static void eachAsked(Set<Long> asked, List<Long> atVenue, Object market) {
        for (long number : atVenue) {
            if (!asked.contains(number)) {
                throw new AssertionError(
                        "order " + number + " is at the venue, and was never asked for: " + market);
            }
        }
    }

    static void once(List<Long> numbers, String where, Object market) {
        Set<Long> seen = new HashSet<>();
        for (long number : numbers) {
            if (!seen.add(number)) {
                throw new AssertionError("order " + number + " is twice " + where + ": " + market);
            }
        }
    }

    /**
     * Nothing is open and nothing is held, neither as the engine has it nor as the venue does.
     *
     * @throws AssertionError says what is left
     */
    public static void flatAtEnd(VirtualMarket market) {
        if (market.openOrders() != 0 || !market.venue().openOrders().isEmpty()) {
            throw new AssertionError(
                    "orders are open: %d here, %s at the venue: %s"
                            .formatted(market.openOrders(), market.venue().openOrders(), market));
        }
        for (String symbol : market.venue().traded()) {
            BigDecimal here = market.position(symbol);
            BigDecimal there = market.venue().position(symbol);
            if (here.signum() != 0 || there.signum() != 0) {
                throw new AssertionError(
                        "%s is held: %s here, %s at the venue: %s"
                                .formatted(
                                        symbol,
                                        here.toPlainString(),
                                        there.toPlainString(),
                                        market));
            }
        }
    }
}
