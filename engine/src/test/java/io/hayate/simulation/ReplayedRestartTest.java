package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.PathConfig;
import io.hayate.event.Ticker;
import io.hayate.journal.past.PastOrders;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.order.AbsentOrders;
import io.hayate.order.Order;
import io.hayate.recording.RecordingException;
import io.hayate.recording.capture.Recorder;
import io.hayate.replay.ReplayTotals;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that took up orders and books of the run before replays without a difference. */
class ReplayedRestartTest {
    private static final int SEEDS = 10;
    private static final int SECONDS = 30;

    @TempDir private Path folder;

    private int recovered;

    private static PathConfig config(boolean deadManSwitch) {
        return SimulationRig.config(
                AbsentOrders.HOLD, deadManSwitch, ChannelSpec.ticker("tBTCUSD"));
    }

    /** Has orders rest, near the market and far from it, buys now and then, and ends those of the run before. */
    private static final class Rester implements Strategy {
        private final long seed;
        private final List<Order> recovered = new ArrayList<>();
        private StrategyContext context;
        private long tickers;

        Rester(long seed) {
            this.seed = seed;
        }

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onRecovered(Order order) {
            recovered.add(order);
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            tickers++;
            if (tickers % 7 == 0 && !recovered.isEmpty()) {
                boolean unused = context.cancel(recovered.remove(0));
            } else if (tickers % (4 + seed % 4) == 0) {
                double share = tickers % 3 == 0 ? 1 : 0.9;
                double price = Math.floor(ticker.bidPrice() * share / 10) * 10;
                RiskVerdict unused = context.order(instrument).buy(0.01).limit(price).send();
            } else if (tickers % 11 == 0 && context.position(instrument) < 1) {
                RiskVerdict unused = context.buy(instrument, 0.01);
            }
        }
    }

    private static void run(SimulationRig rig, Recorder recorder) {
        for (int i = 0; i < SECONDS; i++) {
            rig.simulation.runFor(SECOND);
            while (recorder.doWork() > 0) {
                assertEquals(0, recorder.lost());
            }
        }
        recorder.onClose();
    }

    /** A run, killed at once, and the next, which is recorded. */
    private Path recordSecond(
            SimulationRig rig, PathConfig config, List<Strategy> first, List<Strategy> second)
            throws IOException {
        SimulatedEngine killed = rig.simulation.engine(config, SimulationRig.DEMO, first);
        rig.simulation.runFor(SECONDS * SECOND);
        rig.simulation.kill(killed);
        Path recording = folder.resolve("of-" + rig.simulation.steps());
        Recorder recorder = ReplayRig.recorder(recording, rig.simulation.clock());
        recorder.begin();
        rig.simulation.record(recorder.tap());
        SimulatedEngine next = rig.simulation.restart(killed, config, SimulationRig.DEMO, second);
        recovered += next.path().orders().openOrders();
        run(rig, recorder);
        return recording;
    }

    private Path recordSecond(PathConfig config) throws IOException {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
        return recordSecond(rig, config, List.of(new Rester(1)), List.of(new Rester(2)));
    }

    @Test
    void shouldReplayWithoutADifferenceWhenOrdersRestedFromTheRunBefore() throws IOException {
        long decisions = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            PathConfig config = config(seed % 2 == 0);
            Path recording =
                    recordSecond(
                            new SimulationRig(VenueConfig.DEFAULTS, seed),
                            config,
                            List.of(new Rester(seed)),
                            List.of(new Rester(seed + 1)));

            ReplayTotals totals = ReplayRig.replay(recording, config, new Rester(seed + 1));

            assertEquals("", totals.difference(), "seed " + seed);
            decisions += totals.decisions();
        }
        assertTrue(recovered > SEEDS, "orders of the run before: " + recovered);
        assertTrue(decisions > 10L * SEEDS, "decisions: " + decisions);
    }

    @Test
    void shouldNameADifferenceWhenWhatTheRunBeforeHasLeftIsNotThere() throws IOException {
        PathConfig config = config(false);
        Path recording = recordSecond(config);

        ReplayRig.rewrite(recording, line -> line.startsWith("{\"k\":\"past\"") ? "" : line);

        String difference = ReplayRig.replay(recording, config, new Rester(2)).difference();
        assertTrue(difference.contains(".jsonl.gz:"), difference);
    }

    @Test
    void shouldNameTheEntryWhenWhatTheRunBeforeHasLeftIsCutShort() throws IOException {
        PathConfig config = config(false);
        Path recording = recordSecond(config);

        ReplayRig.rewrite(
                recording,
                line ->
                        line.startsWith("{\"k\":\"past\"")
                                ? line.replaceAll("\"f\":\"(.{8})[^\"]*\"", "\"f\":\"$1\"")
                                : line);

        String complaint =
                assertThrows(
                                RecordingException.class,
                                () -> ReplayRig.replay(recording, config, new Rester(2)))
                        .getMessage();
        assertTrue(
                complaint.matches(".*\\.jsonl\\.gz:\\d+: what runs before have left is cut short"),
                complaint);
    }

    @Test
    void shouldReplayWithoutADifferenceWhenSeveralStrategiesTakeUpTheirBooks() throws IOException {
        PathConfig before =
                StrategiesRig.config(
                        List.of(StrategiesRig.member("one"), StrategiesRig.member("other")));
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 7);
        Path recording =
                recordSecond(
                        rig,
                        before,
                        List.of(new SimulationRig.Trader(3), new SimulationRig.Trader(5)),
                        List.of(new SimulationRig.Trader(4), new SimulationRig.Trader(2)));

        ReplayTotals totals =
                ReplayRig.replay(
                        recording,
                        before,
                        new SimulationRig.Trader(4),
                        new SimulationRig.Trader(2));

        assertEquals("", totals.difference());
        assertTrue(totals.decisions() > 10, "decisions: " + totals.decisions());
    }

    @Test
    void shouldMakeTheSameOfAnImageOfWhatRunsBeforeHaveLeft() throws IOException {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 3);
        SimulatedEngine killed =
                rig.simulation.engine(config(false), SimulationRig.DEMO, new Rester(3));
        rig.simulation.runFor(SECONDS * SECOND);
        rig.simulation.kill(killed);
        PastOrders past = killed.disk().past();

        PastOrders read = PastOrders.of(past.image());

        assertTrue(!past.all().isEmpty() && !past.books().account().holdings().isEmpty());
        assertEquals(past.all().size(), read.all().size());
        assertEquals(
                past.books().account().holdings().keySet(),
                read.books().account().holdings().keySet());
        assertArrayEquals(past.image(), read.image());
    }
}
