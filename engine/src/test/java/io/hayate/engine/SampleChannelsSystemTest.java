package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.Counter;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.plugin.StrategyLoader;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample strategy on each kind of channel alone: none needs another to live. */
class SampleChannelsSystemTest {
    private static final List<String> STRATEGIES =
            List.of("printer", "trigger", "sma-cross", "imbalance", "vwap");
    private static final List<String> CHANNELS =
            List.of(
                    "status liquidations",
                    "status BTCF0:USTF0",
                    "candles 1m BTCUSD",
                    "trades fUSD",
                    "book fUSD");

    private static SimulatedVenue venue;

    @TempDir private Path state;

    @BeforeAll
    static void startVenue() {
        venue = SimulatedVenue.start(EngineRig.stillVenue());
    }

    @AfterAll
    static void stopVenue() {
        venue.close();
    }

    static Stream<Arguments> sets() {
        return STRATEGIES.stream()
                .flatMap(name -> CHANNELS.stream().map(channel -> Arguments.of(name, channel)));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void shouldLiveOnOneChannelAlone(String name, String channel) {
        Strategy strategy =
                StrategyLoader.load(new StrategyConfig(name, Map.of(), true, List.of(), state));
        Map<String, Object> settings = new HashMap<>();
        settings.put("subscriptions.tickers", List.of());
        settings.put("subscriptions.channels", List.of(channel));
        try (EngineRig rig = new EngineRig(venue.url(), state, settings, strategy)) {
            rig.awaitLive();
            rig.await(() -> rig.count(Counter.FRAMES) > 3, "frames");

            assertEquals(0, rig.count(Counter.STRATEGY_EXCEPTIONS));
        }
    }
}
