package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All kinds of market data, from the venue to a strategy. */
class MarketDataSystemTest {
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

    @TempDir Path state;

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldHaveTheVenuesBooksAfterManyBursts(String topology) {
        try (MarketRig rig = new MarketRig(state, topology, Map.of(), BOOKS)) {
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

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldTellEveryOtherKindOfDataOnce(String topology) {
        try (MarketRig rig =
                new MarketRig(
                        state,
                        topology,
                        Map.of(),
                        "trades tBTCUSD",
                        "book tBTCUSD P0 25",
                        "ticker tBTCUSD",
                        "candles 1m tBTCUSD",
                        "status BTCF0:USTF0",
                        "status liquidations")) {
            int trades = rig.strategy.trades.size();

            rig.rig.await(
                    () -> {
                        rig.venue.controls().advance(1);
                        rig.venue.controls().advanceBooks(1);
                        return rig.strategy.trades.size() > trades + 20
                                && rig.strategy.tickers.get() > 20;
                    },
                    rig::toString);
            rig.venue.controls().liquidate("tBTCF0:USTF0");
            rig.rig.await(() -> rig.strategy.liquidations.get() > 0, rig::toString);
            rig.rig.await(() -> rig.strategy.candles.get() > 0, rig::toString);
            rig.rig.await(() -> rig.strategy.derivatives.get() > 0, rig::toString);

            assertEquals(rig.strategy.trades.size(), new HashSet<>(rig.strategy.trades).size());
            rig.assertNothingWrong();
            rig.awaitHealth(Health.LIVE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldLoseNothingElseWhenAMarketConnectionIsLost(String topology) {
        try (MarketRig rig =
                new MarketRig(state, topology, Map.of("session.subscriptions-max", 4), BOOKS)) {
            rig.move(10);
            long account = rig.strategy.sessions.size();
            rig.rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.rig.await(() -> rig.rig.engine.positions().units(0) == 1_000_000, "a fill");

            rig.data().dropListeners(rig.channel(0).spec());

            rig.rig.await(() -> rig.venue.connectionsOpened() == 4, rig::toString);
            rig.awaitHealth(Health.LIVE);
            rig.awaitChecksums(PAIRS);
            assertEquals(account, rig.strategy.sessions.size(), rig.strategy.sessions::toString);
            assertEquals(0, rig.sum(Figure.CHECKSUMS_FAILED), rig::toString);
            long hit = rig.strategy.statuses.stream().filter(s -> s.contains(": resync")).count();
            assertEquals(BOOKS.length + 4, hit, rig.strategy.statuses::toString);
        }
    }

    @Test
    void shouldSubscribeAndUnsubscribeFromAStrategy() {
        try (MarketRig rig = new MarketRig(state, "split", Map.of(), "book tBTCUSD P0 25")) {
            rig.strategy.subscribe(ChannelSpec.book("tETHUSD"));
            rig.rig.await(() -> rig.strategy.extra != null, "a channel");
            int id = rig.strategy.extra.id();
            rig.rig.await(() -> rig.health(id) == Health.LIVE, rig::toString);
            rig.awaitChecksums(2);

            rig.strategy.unsubscribe();
            rig.rig.await(() -> rig.health(id) == Health.OFF, rig::toString);
            rig.move(5);
            rig.assertNothingWrong();

            rig.strategy.subscribe(ChannelSpec.book("tETHUSD"));
            rig.rig.await(() -> rig.health(id) == Health.LIVE, rig::toString);
            rig.awaitChecksums(2);
        }
    }

    @Test
    void shouldTellOfMaintenance() {
        try (MarketRig rig =
                new MarketRig(state, "split", Map.of(), "book tBTCUSD P0 25", "trades tBTCUSD")) {
            rig.venue.controls().sendInfo(20060);
            rig.rig.await(
                    () -> (rig.health(0) & rig.health(1) & Health.MAINTENANCE) != 0, rig::toString);

            rig.venue.controls().sendInfo(20061);
            rig.awaitHealth(Health.LIVE);
            rig.awaitChecksums(1);
            assertEquals(0, rig.sum(Figure.CHECKSUMS_FAILED), rig::toString);
        }
    }

    @Test
    void shouldCallAChannelStaleThatTellsNothingButHeartbeats() {
        Map<String, Object> settings = Map.of("market.stale-after.book", "500ms");
        try (MarketRig rig = new MarketRig(state, "split", settings, "book tBTCUSD P0 25")) {
            rig.data().mute(Channel.BOOK, true);
            rig.rig.await(() -> (rig.health(0) & Health.STALE) != 0, rig::toString);
            rig.rig.await(
                    () -> rig.strategy.statuses.stream().anyMatch(s -> s.contains("stale")),
                    rig::toString);

            rig.data().mute(Channel.BOOK, false);
            rig.awaitChecksums(1);
        }
    }
}
