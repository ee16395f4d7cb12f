package io.hayate.engine;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with a thread for each loop, one for the strategy, and sockets. */
class MarketDataSystemTest extends MarketDeliveryTest {
    @TempDir Path state;

    @Override
    MarketRig open(Map<String, Object> settings, String... channels) {
        return MarketRig.threaded(state, settings, channels);
    }

    @Test
    void shouldTellTheOthersOnAsHealthyWhileAnotherLoopsConnectionIsAway() {
        loseOneConnection(2);
    }
}
