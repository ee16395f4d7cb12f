package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.Counter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A venue that is not ours and does the least. */
class LookAlikeSystemTest {
    @TempDir Path state;

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldWatchAVenueThatDoesTheLeast(String topology) {
        Map<String, Object> settings =
                Map.of(
                        "loop.topology",
                        topology,
                        "trading.enabled",
                        false,
                        "subscriptions.tickers",
                        List.of("tBTCUSD", "tETHUSD"));
        try (LookAlike venue = new LookAlike();
                EngineRig rig = new EngineRig(venue.url(), state, settings, null, Map.of())) {
            rig.awaitLive();
            rig.await(() -> rig.strategy.tickers.size() == 40, "every ticker");

            assertEquals(20, rig.engine.ticks(0));
            assertEquals(20, rig.engine.ticks(1));
            assertEquals(0, rig.count(Counter.FRAMES_MALFORMED));
            assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
            assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
        }
    }
}
