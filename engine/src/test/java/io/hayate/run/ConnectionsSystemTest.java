package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineRig;
import io.hayate.engine.ExitCodes;
import io.hayate.event.CommandType;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.SessionState;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Market data on connections of its own, of several loops or to another host. */
class ConnectionsSystemTest {
    private static final List<String> SYMBOLS =
            IntStream.range(0, 60).mapToObj(i -> String.format("tA%02dUSD", i)).toList();

    @TempDir Path state;

    private final SimulatedVenue venue = start();
    private final SimulatedVenue other = start();

    private static SimulatedVenue start() {
        List<String> symbols = new ArrayList<>(SYMBOLS);
        symbols.add("tBTCUSD");
        symbols.add("tETHUSD");
        return SimulatedVenue.start(EngineRig.stillVenue().withSymbols(symbols));
    }

    @AfterEach
    void stopVenues() {
        venue.close();
        other.close();
    }

    private EngineRig rig(Map<String, Object> settings, List<String> symbols) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putIfAbsent("session.account-connection", "own");
        all.put("subscriptions.tickers", symbols);
        return new EngineRig(venue.url(), state, all);
    }

    private static Set<String> heard(EngineRig rig) {
        return new HashSet<>(rig.strategy.tickers);
    }

    @Test
    void shouldSpreadManyChannelsOverConnectionsAndLoops() {
        try (EngineRig rig = rig(Map.of("loop.loops", 3), SYMBOLS)) {
            rig.awaitLive();

            rig.await(() -> heard(rig).containsAll(SYMBOLS), "all tickers");

            assertEquals(4, venue.connectionsOpened());
            assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
            rig.engine.commands().offer(CommandType.BUY, 0, 0.5);
            rig.await(() -> rig.engine.positions().units(0) == 50_000_000, "a fill");
        }
        awaitNoConnection();
    }

    /** The venue hears of a socket's end after the one that closed it. */
    private void awaitNoConnection() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    while (venue.connections() > 0) {
                        Thread.onSpinWait();
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void shouldEndWhenTheVenueKnowsNoSymbolOfAnyLoop(int loops) {
        List<String> unknown =
                IntStream.range(0, 60).mapToObj(i -> String.format("tZ%02dUSD", i)).toList();

        try (EngineRig rig = rig(Map.of("loop.loops", loops), unknown)) {
            rig.await(() -> rig.engine.end().reason() != null, "the end");

            assertEquals(ExitCodes.USAGE, rig.engine.end().reason().exitCode());
            assertEquals(
                    "the venue knows none of the symbols asked for",
                    rig.engine.end().reason().text());
        }
    }

    @Test
    void shouldSumUpManyChannelsOnOneScreenWithTheWorstFirst() {
        try (EngineRig rig = rig(Map.of(), SYMBOLS)) {
            rig.await(() -> heard(rig).containsAll(SYMBOLS), "all tickers");
            for (int id = 0; id < SYMBOLS.size(); id++) {
                rig.engine.statistics().set(id, Figure.GAPS, 1);
            }
            rig.engine.statistics().set(59, Figure.CHECKSUMS_FAILED, 1);

            String text = new SessionSummary(rig.engine).text();

            assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
            assertTrue(text.lines().count() <= 32, text);
            assertTrue(text.lines().toList().get(3).startsWith("ticker A59USD "), text);
            assertTrue(text.contains("48 more of ticker "), text);
        }
    }

    @Test
    void shouldTradeOnWhileMarketDataComesBack() {
        Map<String, Object> settings = Map.of("venue.public-url", other.url().toString());
        try (EngineRig rig = rig(settings, List.of("tBTCUSD"))) {
            rig.awaitLive();
            rig.await(() -> heard(rig).contains("tBTCUSD"), "a ticker");
            rig.await(() -> rig.strategy.states.contains(SessionState.LIVE), "told as live");
            int before = rig.strategy.states.size();

            other.controls().dropConnections();

            rig.await(() -> other.connectionsOpened() == 2, "another connection");
            rig.await(() -> rig.strategy.tickers.size() > 1, "a ticker of it");
            assertTrue(rig.engine.isLive());
            assertEquals(before, rig.strategy.states.size());
            assertEquals(1, venue.connectionsOpened());
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.await(() -> rig.engine.positions().units(0) == 1_000_000, "a fill");
        }
    }

    @Test
    void shouldSubscribeAndUnsubscribeOnAnotherLoopWhileRunning() {
        try (EngineRig rig = rig(Map.of("loop.loops", 2), SYMBOLS.subList(0, 25))) {
            rig.awaitLive();
            rig.await(() -> heard(rig).size() == 25, "the tickers from the start");
            int eth = channel(rig, "tETHUSD");

            assertTrue(rig.engine.commands().offer(CommandType.SUBSCRIBE, eth, 0));
            rig.await(() -> heard(rig).contains("tETHUSD"), "the new ticker");
            assertEquals(3, venue.connectionsOpened());

            long frames = venue.framesReceived();
            assertTrue(rig.engine.commands().offer(CommandType.UNSUBSCRIBE, eth, 0));
            rig.await(() -> venue.framesReceived() > frames, "the end of it");
        }
    }

    private static int channel(EngineRig rig, String symbol) {
        return rig.engine
                .channels()
                .register(ChannelSpec.ticker(symbol), rig.engine.instruments())
                .id();
    }
}
