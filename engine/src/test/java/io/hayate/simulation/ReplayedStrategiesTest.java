package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.PathConfig;
import io.hayate.event.CommandType;
import io.hayate.model.ChannelSpec;
import io.hayate.model.ConfigException;
import io.hayate.model.Instrument;
import io.hayate.recording.capture.Recorder;
import io.hayate.replay.ReplayTotals;
import io.hayate.replay.StrategyMaker;
import io.hayate.strategy.Strategies;
import io.hayate.strategy.Strategy;
import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose strategy was stopped, started and given parameters by hand replays without a difference. */
class ReplayedStrategiesTest {
    private static final PathConfig CONFIG = SimulationRig.config(ChannelSpec.ticker("tBTCUSD"));
    private static final StrategyMaker TRADERS =
            (place, parameters) -> trader(Integer.parseInt(parameters.get("every")));

    @TempDir private Path folder;

    private SimulationRig rig;
    private SimulatedEngine engine;
    private Strategies strategies;
    private Recorder recorder;

    private static Strategy trader(int every) {
        return new SimulationRig.Trader(every);
    }

    @BeforeEach
    void begin() throws IOException {
        rig = new SimulationRig(VenueConfig.DEFAULTS, 7);
        recorder = ReplayRig.recorder(folder, rig.simulation.clock());
        recorder.begin();
        rig.simulation.record(recorder.tap());
        engine = rig.simulation.engine(CONFIG, SimulationRig.DEMO, trader(10));
        strategies = engine.path().runner().strategies();
        rig.comeLive(engine);
        run(20);
    }

    private void run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            rig.simulation.runFor(SECOND);
            while (recorder.doWork() > 0) {
                assertEquals(0, recorder.lost());
            }
        }
    }

    private boolean start(int every) {
        Map<String, String> parameters = Map.of("every", Integer.toString(every));
        return strategies.start(0, trader(every), parameters, engine.path().commands());
    }

    private ReplayTotals replay(StrategyMaker maker) throws IOException {
        recorder.onClose();
        return ReplayRig.replay(folder, CONFIG, maker, trader(10));
    }

    @Test
    void shouldReplayWithoutADifferenceWhenAStrategyWasStoppedAndStarted() throws IOException {
        assertTrue(engine.path().commands().offer(CommandType.STOP_ONE, Instrument.NONE, 0));
        run(10);
        assertTrue(start(3));
        run(20);

        ReplayTotals totals = replay(TRADERS);

        assertEquals("", totals.difference());
        assertTrue(totals.decisions() > 8, "decisions: " + totals.decisions());
    }

    @Test
    void shouldReplayWithoutADifferenceWhenParametersWereGivenWhileItRan() throws IOException {
        assertTrue(start(3));
        run(10);
        assertTrue(start(5));
        assertTrue(start(2)); // before the one before it has begun
        run(20);

        ReplayTotals totals = replay(TRADERS);

        assertEquals("", totals.difference());
        assertTrue(totals.decisions() > 20, "decisions: " + totals.decisions());
    }

    @Test
    void shouldReplayWithoutADifferenceWhenTooManyCommandsWaited() throws IOException {
        while (engine.path().commands().offer(CommandType.TRACE_OFF)) {
            assertEquals(0, recorder.lost());
        }
        assertFalse(start(3));
        run(10);
        assertTrue(start(2));
        run(10);

        assertEquals("", replay(TRADERS).difference());
    }

    @Test
    void shouldNameTheFirstDifferenceOfAnotherOneThatWasStarted() throws IOException {
        assertTrue(start(3));
        run(20);

        String difference = replay((place, parameters) -> trader(4)).difference();

        assertTrue(difference.contains(".jsonl.gz:"), difference);
    }

    @Test
    void shouldSayWhyOneThatWasStartedCannotBeMade() throws IOException {
        assertTrue(start(3));
        run(5);

        String difference =
                replay(
                                (place, parameters) -> {
                                    throw new ConfigException("no " + parameters);
                                })
                        .difference();

        assertTrue(
                difference.endsWith("was started anew, which it cannot be: no {every=3}"),
                difference);
    }
}
