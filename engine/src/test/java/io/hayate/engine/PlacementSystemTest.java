package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hayate.event.Ticker;
import io.hayate.machine.Affinity;
import io.hayate.machine.CoreSet;
import io.hayate.machine.Cores;
import io.hayate.machine.SystemFiles;
import io.hayate.model.ConfigException;
import io.hayate.model.IdleMode;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real threads on real cores, several engines in one process. */
@Timeout(60)
class PlacementSystemTest {
    private static final Cores CORES = Cores.ofProcess();

    @TempDir private Path state;

    @BeforeEach
    void setUp() {
        assumeTrue(Affinity.isAvailable(), "Linux with taskset");
    }

    /** Keeps on which cores its thread may run, as seen on that thread. */
    private static final class Witness implements Strategy {
        private volatile String cores = "";

        @Override
        public void onStart(StrategyContext context) {
            cores = allowed();
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            // Where it runs is all that is asked.
        }

        private static String allowed() {
            return SystemFiles.ofMachine()
                    .field("/proc/thread-self/status", Cores.ALLOWED)
                    .orElseThrow();
        }
    }

    private EngineRig rig(SimulatedVenue venue, Strategy strategy, String topology, String core) {
        Map<String, Object> settings =
                Map.of(
                        "loop.topology",
                        topology,
                        topology.equals("split") ? "affinity.strategy" : "affinity.loop",
                        core,
                        "trading.enabled",
                        false); // two may not trade with one key
        return new EngineRig(venue.url(), state.resolve(core), settings, strategy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldRunTheStrategyOfEachEngineOnItsOwnCore(String topology) {
        List<Integer> cores = new ArrayList<>(CORES.allowed().numbers());
        String first = Integer.toString(cores.get(0));
        Witness onFirst = new Witness();
        Witness onLast = new Witness();
        Witness onAny = new Witness();
        try (SimulatedVenue venue = SimulatedVenue.start(EngineRig.stillVenue());
                EngineRig one = rig(venue, onFirst, topology, first);
                EngineRig two = rig(venue, onLast, topology, "last");
                EngineRig three = rig(venue, onAny, topology, "off")) {
            one.awaitLive();
            two.awaitLive();
            three.awaitLive();
            one.await(() -> !onFirst.cores.isEmpty(), "the first strategy's start");
            two.await(() -> !onLast.cores.isEmpty(), "the second strategy's start");
            three.await(() -> !onAny.cores.isEmpty(), "the third strategy's start");

            assertEquals(first, onFirst.cores);
            assertEquals(Integer.toString(CORES.allowed().last()), onLast.cores);
            assertEquals(CORES.allowed(), CoreSet.parse(onAny.cores));
            assertEquals(CORES.allowed(), Cores.ofProcess().allowed());
        }
    }

    @Test
    void shouldBeginNothingWhenTheSystemRefusesACore() throws Exception {
        LoopConfig loop = new LoopConfig(Topology.SPLIT, IdleMode.BLOCKING, 256, 1, 1);
        ThreadPlan plan =
                new ThreadPlan(loop, Topology.SPLIT, false, 1, 4_095, ThreadPlan.ANY, CoreSet.NONE);
        ThreadPlacement placement = new ThreadPlacement(plan);
        List<Boolean> answers = new ArrayList<>();
        Thread loopThread = new Thread(() -> answers.add(placement.loop().getAsBoolean()));
        loopThread.start();

        ConfigException e = assertThrows(ConfigException.class, placement::apply);
        loopThread.join();

        assertTrue(e.getMessage().startsWith("affinity.loop must be a core"), e.getMessage());
        assertEquals(List.of(false), answers);
        assertEquals(false, placement.strategy().getAsBoolean());
    }
}
