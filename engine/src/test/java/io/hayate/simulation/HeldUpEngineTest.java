package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.SessionState;
import io.hayate.simulation.SimulationRig.Trader;
import io.hayate.venue.VenueConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A loop that is held up, by a callback that does not return or by a process that is stopped: what came
 * meanwhile lies in the socket, and is used before anything is called silent.
 */
class HeldUpEngineTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 14, 25, 60, 600})
    void shouldHearWhatCameWhileItWasHeldUp(int seconds) {
        for (int seed = 1; seed <= 20; seed++) {
            SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, seed);
            Trader trader = new Trader(1);
            SimulatedEngine engine = rig.engine(trader, ChannelSpec.ticker("tBTCUSD"));
            rig.comeLive(engine);
            long before = sent(engine);
            assertTrue(rig.simulation.runUntil(() -> sent(engine) > before, 20 * SECOND));

            rig.simulation.holdUp(engine, seconds * SECOND);
            rig.simulation.runFor((seconds + 1) * SECOND);

            assertEquals(0, engine.path().counters().get(Counter.RECONNECTS), "seed " + seed);
            assertEquals(SessionState.LIVE, engine.path().session().state(), "seed " + seed);
            assertEquals(0, engine.path().counters().get(Counter.ORDERS_UNKNOWN), "seed " + seed);
        }
    }

    private static long sent(SimulatedEngine engine) {
        return engine.path().counters().get(Counter.ORDERS_SENT);
    }
}
