package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.CommandType;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same with a thread for the loop, one for the strategy, and sockets; and how these end. */
class TradingSystemTest extends TradingTest {
    @TempDir Path state;

    @Override
    VenueRig open(Map<String, Object> settings) {
        Map<String, Object> split = new HashMap<>(settings);
        split.put("loop.topology", "split");
        return EngineRig.withVenue(EngineRig.stillVenue(), state, split, strategy);
    }

    @Test
    void shouldKeepToTheSmallestAmountThatTheVenueTells() {
        Map<String, Object> settings = Map.of("subscriptions.tickers", List.of("tBTCUSD"));
        try (VenueRig rig =
                EngineRig.withEmbeddedVenue(EngineRig.stillVenue(), state, settings, strategy)) {
            rig.awaitLive();
            rig.awaitMoving(
                    () -> rig.commands().offer(CommandType.BUY, 0, 1e-8),
                    () -> rig.told().stream().anyMatch(line -> line.contains("smallest that")),
                    () -> "a refusal of its own");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldCloseWithNormalClosureAndEndItsThreads(String topology) {
        try (SimulatedVenue venue = SimulatedVenue.start(EngineRig.stillVenue())) {
            EngineRig rig = new EngineRig(venue.url(), state, Map.of("loop.topology", topology));
            rig.awaitLive();
            rig.close();

            rig.await(() -> venue.connections() == 0, "the venue's end of it");
            long ours =
                    Thread.getAllStackTraces().keySet().stream()
                            .map(Thread::getName)
                            .filter(name -> name.equals("loop") || name.equals("strategy"))
                            .count();
            assertEquals(0, ours);
            rig.close(); // a second time does nothing
        }
    }
}
