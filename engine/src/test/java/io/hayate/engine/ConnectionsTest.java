package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.intake.VenueClock;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.simulation.SimulationRig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many connections channels have, on one loop, and what the venue says there. */
class ConnectionsTest {
    private static final List<String> SYMBOLS =
            IntStream.range(0, 60).mapToObj(i -> String.format("tA%02dUSD", i)).toList();

    private final EngineRig.Recorder strategy = new EngineRig.Recorder();

    private SimulationRig rig(String account, List<String> symbols) {
        List<String> known = new ArrayList<>(SYMBOLS);
        known.add("tETHUSD");
        Map<String, Object> settings = new HashMap<>();
        settings.put("session.account-connection", account);
        settings.put("subscriptions.tickers", symbols);
        return SimulationRig.start(
                EngineRig.stillVenue().withSymbols(known), 1, settings, strategy);
    }

    private Set<String> heard() {
        return new HashSet<>(strategy.tickers);
    }

    @Test
    void shouldSpreadManyChannelsOverConnections() {
        try (SimulationRig rig = rig("own", SYMBOLS)) {
            rig.awaitLive();
            rig.await(() -> heard().containsAll(SYMBOLS), "all tickers");

            assertEquals(4, rig.totals().clients());
            assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
            rig.commands().offer(CommandType.BUY, 0, 0.5);
            rig.await(() -> rig.positions().units(0) == 50_000_000, "a fill");

            rig.commands().close();
            rig.await(() -> rig.connections() == 0, "no connection");
            rig.await(() -> rig.outcomes().equals(List.of("closed")), "the end");
        }
    }

    @Test
    void shouldEndWhenTheVenueKnowsNoSymbol() {
        List<String> unknown =
                IntStream.range(0, 60).mapToObj(i -> String.format("tZ%02dUSD", i)).toList();
        try (SimulationRig rig = rig("own", unknown)) {
            rig.await(() -> !rig.outcomes().isEmpty(), "the end");

            assertEquals(
                    "nothing subscribed: the venue knows none of the symbols asked for",
                    rig.outcomes().get(0));
        }
    }

    @Test
    void shouldFillTheAccountsConnectionWhenItIsShared() {
        try (SimulationRig rig = rig("shared", SYMBOLS)) {
            rig.await(() -> heard().containsAll(SYMBOLS), "all tickers");

            assertEquals(3, rig.totals().clients());
        }
    }

    @Test
    void shouldHaveTheAccountAloneWhenNothingElseIsWanted() {
        try (SimulationRig rig = rig("own", List.of())) {
            rig.awaitLive();

            assertEquals(1, rig.totals().clients());
            assertEquals(0, rig.count(Counter.TICKERS_CONFLATED));
        }
    }

    @Test
    void shouldSubscribeAndUnsubscribeWhileRunning() {
        try (SimulationRig rig = rig("own", SYMBOLS.subList(0, 25))) {
            rig.awaitLive();
            rig.await(() -> heard().size() == 25, "the tickers from the start");
            ChannelSpec eth = ChannelSpec.ticker("tETHUSD");
            int id = rig.channels().register(eth, rig.path().instruments()).id();

            assertTrue(rig.commands().offer(CommandType.SUBSCRIBE, id, 0));
            rig.await(() -> heard().contains("tETHUSD"), "the new ticker");
            assertEquals(3, rig.totals().clients());

            long frames = rig.totals().framesReceived();
            assertTrue(rig.commands().offer(CommandType.UNSUBSCRIBE, id, 0));
            rig.await(() -> rig.totals().framesReceived() > frames, "the end of it");
        }
    }

    @Test
    void shouldLearnTheVenuesClock() {
        try (SimulationRig rig = rig("own", List.of("tETHUSD"))) {
            rig.awaitLive();
            VenueClock clock = rig.path().venueClock();

            rig.await(() -> !Double.isNaN(clock.clockOffsetMs()), "a pong");
            assertTrue(clock.roundTripMs() >= 2, "two ways of 1 ms at least");
            double offsetMs = Math.abs(clock.clockOffsetMs()); // it is the same clock
            assertTrue(offsetMs <= clock.roundTripMs() / 2 + 1, () -> offsetMs + " ms");
        }
    }
}
