package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two engines with one key one alone trades, wherever each keeps its state. */
class TwoWritersSystemTest {
    @TempDir private Path state;
    @TempDir private Path otherState;

    private final SimulatedVenue venue = SimulatedVenue.start(EngineRig.stillVenue());

    @AfterEach
    void closeVenue() {
        venue.close();
    }

    @Test
    void shouldStartOneThatTradesAndAnyThatWatch() {
        try (EngineRig trader = new EngineRig(venue.url(), state, Map.of())) {
            trader.awaitLive();
            ConfigException e =
                    assertThrows(
                            ConfigException.class,
                            () -> new EngineRig(venue.url(), otherState, Map.of()).close());
            String holder = "process " + ProcessHandle.current().pid() + " does";
            assertTrue(e.getMessage().contains(holder), e.getMessage());

            try (EngineRig watcher =
                    new EngineRig(venue.url(), otherState, Map.of("trading.enabled", false))) {
                watcher.awaitLive();
            }
        }
        try (EngineRig next = new EngineRig(venue.url(), otherState, Map.of())) {
            next.awaitLive();
        }
    }

    @Test
    void shouldLetAnotherVenueOfThisMachineHaveTheSameKey() {
        try (SimulatedVenue other = SimulatedVenue.start(EngineRig.stillVenue());
                EngineRig one = new EngineRig(venue.url(), state, Map.of());
                EngineRig two = new EngineRig(other.url(), otherState, Map.of())) {
            one.awaitLive();
            two.awaitLive();
        }
    }
}
