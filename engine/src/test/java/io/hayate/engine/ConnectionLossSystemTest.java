package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a strategy sees of the other channels when some are lost, or refused. */
class ConnectionLossSystemTest {
    private static final String[] BOOKS = {
        "book tBTCUSD P0 25", "book tBTCUSD R0 25", "book tETHUSD P0 25", "book tETHUSD R0 25"
    };
    private static final int PER_CONNECTION = 2;

    @TempDir Path state;

    @ParameterizedTest
    @CsvSource({"one-thread, 1", "split, 1", "split, 2"})
    void shouldTellTheOthersOnAsHealthyWhileAConnectionIsAway(String topology, int loops) {
        Map<String, Object> settings =
                Map.of(
                        "session.subscriptions-max", PER_CONNECTION,
                        "session.reconnect-delay-max", "20ms",
                        "loop.loops", loops);
        try (MarketRig rig = new MarketRig(state, topology, settings, BOOKS)) {
            rig.awaitChecksums(BOOKS.length);
            assertEquals(2, rig.figure(0, Figure.CONNECTION));
            assertEquals(3, rig.figure(PER_CONNECTION, Figure.CONNECTION));
            rig.strategy.books.clear();
            rig.strategy.statuses.clear();

            rig.venue.controls().refuseConnections(Integer.MAX_VALUE, 503);
            rig.data().dropListeners(rig.channel(PER_CONNECTION).spec());
            rig.rig.await(() -> rig.health(PER_CONNECTION) == Health.RESYNCING, () -> "lost" + rig);
            rig.awaitChecksums(PER_CONNECTION);
            rig.rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.rig.await(() -> rig.rig.engine.positions().units(0) == 1_000_000, "a fill");

            assertOnlyTheLostWereTold(rig.strategy);
            rig.venue.controls().refuseConnections(0, 503);
            rig.awaitHealth(Health.LIVE);
            rig.awaitChecksums(BOOKS.length);
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

    @ParameterizedTest
    @ValueSource(ints = {10300, 10305})
    void shouldTellThatAChannelIsRefusedAndLeaveTheOthersAlone(int code) {
        try (MarketRig rig = new MarketRig(state, "split", Map.of(), BOOKS[0])) {
            rig.data().refuseSubscriptions(1, code);
            rig.strategy.subscribe(ChannelSpec.book("tETHUSD"));

            rig.rig.await(
                    () -> rig.strategy.statuses.contains("book tETHUSD P0 F0 25: off"),
                    rig.strategy.statuses::toString);
            rig.awaitChecksums(1);
            assertEquals(Health.LIVE, rig.health(0), rig::toString);
            assertEquals(0, rig.figure(0, Figure.RESYNCS), rig::toString);

            rig.strategy.unsubscribe();
            rig.strategy.subscribe(ChannelSpec.book("tETHUSD"));
            rig.awaitChecksums(2);
            assertEquals(Health.LIVE, rig.health(1), rig::toString);
        }
    }

    @Test
    void shouldAskOnceMoreWhenTheVenueCallsANewChannelADouble() {
        try (MarketRig rig = new MarketRig(state, "split", Map.of(), BOOKS[0])) {
            rig.data().refuseSubscriptions(1, 10301);
            rig.strategy.subscribe(ChannelSpec.book("tETHUSD"));

            rig.awaitChecksums(2);
            assertEquals(Health.LIVE, rig.health(0), rig::toString);
            assertEquals(Health.LIVE, rig.health(1), rig::toString);
        }
    }
}
