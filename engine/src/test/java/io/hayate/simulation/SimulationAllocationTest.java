package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.strategy.Strategy;
import io.hayate.venue.VenueConfig;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** An engine in a simulation allocates as little as on its own threads. */
class SimulationAllocationTest {
    private static final long EVENTS = 100_000;
    private static final double BYTES_AN_EVENT_MAX = 0.005;
    private static final int ROUNDS_MAX = 10; // compilers come and go

    @Test
    void shouldAllocateNothingForEachEvent() {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS.withTickersPerSecond(500), 1);
        SimulatedEngine engine = rig.engine(new Strategy() {}, ChannelSpec.ticker("tBTCUSD"));
        rig.comeLive(engine);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();

        double least = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS_MAX && least > BYTES_AN_EVENT_MAX; i++) {
            rig.simulation.meter(() -> threads.getThreadAllocatedBytes(id));
            long before = engine.path().counters().get(Counter.EVENTS);
            rig.simulation.runFor(EVENTS / 500 * SECOND);
            long events = engine.path().counters().get(Counter.EVENTS) - before;
            least = Math.min(least, (double) rig.simulation.engineBytes() / events);
        }

        assertTrue(least <= BYTES_AN_EVENT_MAX, least + " bytes an event");
    }
}
