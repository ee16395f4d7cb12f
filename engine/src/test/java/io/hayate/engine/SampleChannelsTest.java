package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.simulation.SimulationRig;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.plugin.StrategyLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample strategy on each kind of channel alone: none needs another to live. */
class SampleChannelsTest {
    private static final List<String> STRATEGIES =
            List.of("printer", "trigger", "sma-cross", "imbalance", "vwap");
    private static final List<String> CHANNELS =
            List.of(
                    "status liquidations",
                    "status BTCF0:USTF0",
                    "candles 1m BTCUSD",
                    "trades fUSD",
                    "book fUSD");
    private static final Path NO_PLUGINS = Path.of("none");

    static Stream<Arguments> sets() {
        return STRATEGIES.stream()
                .flatMap(name -> CHANNELS.stream().map(channel -> Arguments.of(name, channel)));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void shouldLiveOnOneChannelAlone(String name, String channel) {
        StrategyConfig config = new StrategyConfig(name, Map.of(), true, List.of(), NO_PLUGINS);
        Map<String, Object> settings =
                Map.of(
                        "subscriptions.tickers", List.of(),
                        "subscriptions.channels", List.of(channel));
        try (SimulationRig rig =
                SimulationRig.start(
                        EngineRig.stillVenue(), 1, settings, StrategyLoader.load(config))) {
            rig.awaitLive();
            rig.await(() -> rig.count(Counter.FRAMES) > 3, "frames");
            long endNs = rig.nowNs() + TimeUnit.SECONDS.toNanos(10);
            rig.awaitMoving(
                    () -> rig.controls().advance(1), () -> rig.nowNs() >= endNs, () -> "the end");

            assertTrue(rig.isLive());
            assertEquals(0, rig.count(Counter.STRATEGY_EXCEPTIONS));
        }
    }
}
