package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Health;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All kinds of market data, from the venue to a strategy. */
class MarketDeliveryTest {
    private static final String[] BOOKS = {
        "book tBTCUSD P0 25",
        "book tBTCUSD P0 100",
        "book tBTCUSD P2 25",
        "book tBTCUSD P4 25",
        "book tBTCUSD R0 25",
        "book tBTCUSD R0 250",
        "book tBTTUSD P0 25",
        "book fUSD P0 25",
    };
    private static final int PAIRS = 7;
    private static final String[] TWO_AND_TWO = {
        "book tBTCUSD P0 25", "book tBTCUSD R0 25", "book tETHUSD P0 25", "book tETHUSD R0 25"
    };
    private static final int PER_CONNECTION = 2;

    /** An engine that hears these channels. */
    MarketRig open(Map<String, Object> settings, String... channels) {
        return MarketRig.simulated(settings, channels);
    }

    @Test
    void shouldHaveTheVenuesBooksAfterManyBursts() {
        try (MarketRig rig = open(Map.of(), BOOKS)) {
            rig.move(500);

            rig.awaitChecksums(PAIRS);
            rig.assertNothingWrong();
            rig.awaitHealth(Health.LIVE);
            for (int id = 0; id < PAIRS; id++) {
                assertTrue(rig.figure(id, Figure.CHECKSUMS_PASSED) > 20, rig::toString);
            }
            assertTrue(rig.strategy.books.stream().allMatch(b -> b.endsWith(": live")));
        }
    }

    @Test
    void shouldTellEveryOtherKindOfDataOnce() {
        try (MarketRig rig =
                open(
                        Map.of(),
                        "trades tBTCUSD",
                        "book tBTCUSD P0 25",
                        "ticker tBTCUSD",
                        "candles 1m tBTCUSD",
                        "status BTCF0:USTF0",
                        "status liquidations")) {
            int trades = rig.strategy.trades.size();

            rig.rig.awaitMoving(
                    () -> {
                        rig.rig.controls().advance(1);
                        rig.rig.controls().advanceBooks(1);
                    },
                    () ->
                            rig.strategy.trades.size() > trades + 20
                                    && rig.strategy.tickers.get() > 20,
                    rig::toString);
            rig.rig.controls().liquidate("tBTCF0:USTF0");
            rig.rig.await(() -> rig.strategy.liquidations.get() > 0, rig::toString);
            rig.rig.await(() -> rig.strategy.candles.get() > 0, rig::toString);
            rig.rig.await(() -> rig.strategy.derivatives.get() > 0, rig::toString);

            assertEquals(rig.strategy.trades.size(), new HashSet<>(rig.strategy.trades).size());
            rig.assertNothingWrong();
            rig.awaitHealth(Health.LIVE);
        }
    }

    @Test
    void shouldLoseNothingElseWhenAMarketConnectionIsLost() {
        try (MarketRig rig = open(Map.of("session.subscriptions-max", 4), BOOKS)) {
            rig.move(10);
            long account = rig.strategy.sessions.size();
            rig.rig.commands().offer(CommandType.BUY, 0, 0.01);
            rig.rig.await(() -> rig.rig.positions().units(0) == 1_000_000, "a fill");

            rig.data().dropListeners(rig.channel(0).spec());

            rig.rig.await(() -> rig.rig.totals().clients() == 4, rig::toString);
            rig.awaitHealth(Health.LIVE);
            rig.awaitChecksums(PAIRS);
            assertEquals(account, rig.strategy.sessions.size(), rig.strategy.sessions::toString);
            assertEquals(0, rig.sum(Figure.CHECKSUMS_FAILED), rig::toString);
            long hit = rig.strategy.statuses.stream().filter(s -> s.contains(": resync")).count();
            assertEquals(BOOKS.length + 4, hit, rig.strategy.statuses::toString);
        }
    }

    @Test
    void shouldTellTheOthersOnAsHealthyWhileAConnectionIsAway() {
        loseOneConnection(1);
    }

    /** The connection of half the books stays away for a while; so many loops read. */
    void loseOneConnection(int loops) {
        Map<String, Object> settings =
                Map.of(
                        "session.subscriptions-max", PER_CONNECTION,
                        "session.reconnect-delay-max", "20ms",
                        "loop.loops", loops);
        try (MarketRig rig = open(settings, TWO_AND_TWO)) {
            rig.awaitChecksums(TWO_AND_TWO.length);
            assertEquals(2, rig.figure(0, Figure.CONNECTION));
            assertEquals(3, rig.figure(PER_CONNECTION, Figure.CONNECTION));
            rig.strategy.books.clear();
            rig.strategy.statuses.clear();

            rig.rig.refuseConnections(Integer.MAX_VALUE);
            rig.data().dropListeners(rig.channel(PER_CONNECTION).spec());
            rig.rig.await(() -> rig.health(PER_CONNECTION) == Health.RESYNCING, () -> "lost" + rig);
            rig.awaitChecksums(PER_CONNECTION);
            rig.rig.commands().offer(CommandType.BUY, 0, 0.01);
            rig.rig.await(() -> rig.rig.positions().units(0) == 1_000_000, "a fill");

            assertOnlyTheLostWereTold(rig.strategy);
            rig.rig.refuseConnections(0);
            rig.awaitHealth(Health.LIVE);
            rig.awaitChecksums(TWO_AND_TWO.length);
            assertEquals(0, rig.sum(Figure.CHECKSUMS_FAILED), rig::toString);
            assertEquals(0, rig.sum(Figure.GAPS), rig::toString);
        }
    }

    private static void assertOnlyTheLostWereTold(MarketRecorder strategy) {
        assertTrue(strategy.books.contains("book tBTCUSD P0 F0 25: live"));
        assertTrue(strategy.books.contains("book tBTCUSD R0 F0 25: live"));
        assertEquals(
                0,
                strategy.books.stream()
                        .filter(b -> b.contains("tBTCUSD") && !b.endsWith(": live"))
                        .count());
        assertEquals(0, strategy.statuses.stream().filter(s -> s.contains("tBTCUSD")).count());
        assertEquals(
                PER_CONNECTION,
                strategy.statuses.stream()
                        .filter(s -> s.contains("tETHUSD") && s.endsWith(": resyncing"))
                        .count(),
                strategy.statuses::toString);
    }
}
