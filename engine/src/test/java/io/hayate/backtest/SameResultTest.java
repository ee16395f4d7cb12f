package io.hayate.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.backtest.compare.FillComparison;
import io.hayate.engine.PathConfig;
import io.hayate.journal.SegmentStore;
import io.hayate.model.ConfigException;
import io.hayate.recording.EntryWriter;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.capture.Recorder;
import io.hayate.session.Credentials;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import io.hayate.simulation.LatencyModel;
import io.hayate.simulation.SimulatedEngine;
import io.hayate.simulation.Simulation;
import io.hayate.simulation.VirtualClock;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.plugin.StrategyLoader;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.QueueModel;
import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A strategy live on an exchange of its own, and the same on the recording of that. */
class SameResultTest {
    private static final long START_MS = 1_764_000_000_000L;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int BUFFER_BYTES = 1 << 24;

    @TempDir private Path folder;

    private static RunConfig settings(Path folder, String strategy, Map<String, String> with) {
        return settings(folder, strategy, with, "P0");
    }

    private static RunConfig settings(
            Path folder, String strategy, Map<String, String> with, String precision) {
        Overrides overrides = new Overrides().prompt(false);
        overrides.set("test", "strategy.name", strategy);
        overrides.set("test", "loop.topology", "one-thread");
        overrides.set("test", "subscriptions.tickers", List.of("BTCUSD"));
        overrides.set(
                "test",
                "subscriptions.channels",
                List.of("book BTCUSD " + precision + " F0 100", "trades BTCUSD"));
        overrides.set("test", "embedded.book-interval", "1ms");
        with.forEach(overrides::parameter);
        return new ConfigLoader(Map.of(), folder, folder).load(null, overrides);
    }

    private static Strategy strategy(RunConfig run) {
        StrategyConfig strategy = run.engine().strategy();
        return StrategyLoader.load(strategy.of(strategy.name(), strategy.parameters()));
    }

    /** Records a run of so many seconds; its journal. */
    private SegmentStore live(RunConfig run, long seed, int seconds) throws IOException {
        VenueConfig venue = run.venue().withFaults(FaultConfig.NONE).withSeed(seed);
        Simulation simulation =
                new Simulation(
                        venue,
                        START_MS,
                        LatencyModel.exponential(3 * MS, MS / 2, seed),
                        LatencyModel.exponential(3 * MS, MS / 2, seed + 1));
        Recorder recorder = recorder(simulation.clock());
        recorder.begin();
        simulation.record(recorder.tap());
        PathConfig path = run.engine().path();
        PathConfig one =
                new PathConfig(
                        path.channels(),
                        path.session().withOneConnection(30),
                        path.market(),
                        path.history(),
                        path.decoder(),
                        path.loop(),
                        path.orders(),
                        path.strategy());
        SimulatedEngine engine =
                simulation.engine(one, new Credentials("demo-key", "demo-secret"), strategy(run));
        for (int i = 0; i < seconds; i++) {
            simulation.runFor(SECOND);
            while (recorder.doWork() > 0) {
                assertEquals(0, recorder.lost());
            }
        }
        recorder.onClose();
        assertEquals(List.of(), engine.outcomes());
        return engine.journal();
    }

    private Recorder recorder(VirtualClock clock) {
        EntryWriter writer =
                new EntryWriter(
                        folder.resolve("recording"),
                        new RecordingHead("test", "", "{}", false),
                        Long.MAX_VALUE,
                        clock::time,
                        reason -> {
                            throw new AssertionError(reason);
                        });
        return new Recorder(
                BUFFER_BYTES,
                List.of("demo-key", "demo-secret"),
                writer,
                clock::nanoTime,
                () -> START_MS * 1_000 + clock.nanoTime() / 1_000,
                false);
    }

    private FillComparison compare(RunConfig run, SegmentStore journal) throws Exception {
        Recorded recorded = Recorded.read(folder.resolve("recording"));
        BacktestConfig config =
                new BacktestConfig(
                        folder.resolve("recording"),
                        run,
                        ParameterGrid.of(Map.of()),
                        null,
                        QueueModel.RISK_AVERSE,
                        null,
                        1);
        Comparison comparison = Comparison.with(journal, "memory", recorded, config);
        return comparison.compare(new Sweep(recorded, comparison.config()).run(true));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.95", "2, 0.95", "3, 0.95"})
    void shouldFillATakerInTheBacktestAsLive(long seed, double share) throws Exception {
        RunConfig run = settings(folder, "sma-cross", Map.of("fast", "3", "slow", "8"));

        FillComparison fills = compare(run, live(run, seed, 300));

        assertTrue(fills.alike() > 10, () -> fills.alike() + " alike, " + fills.odd());
        assertTrue(fills.share() >= share, () -> fills.share() + ": " + fills.odd());
    }

    @ParameterizedTest
    @CsvSource({"1, 0.93", "2, 0.93", "3, 0.93"})
    void shouldFillAMakerInTheBacktestMostlyAsLive(long seed, double share) throws Exception {
        RunConfig run = settings(folder, QuotingTrader.class.getName(), Map.of());

        FillComparison fills = compare(run, live(run, seed, 300));

        assertTrue(fills.alike() > 10, () -> fills.alike() + " alike, " + fills.odd());
        assertTrue(fills.share() >= share, () -> fills.share() + ": " + fills.odd());
    }

    @ParameterizedTest
    @CsvSource({"1, 0.95", "2, 0.95", "3, 0.95"})
    void shouldFollowATakerThatWaitsForItsFills(long seed, double share) throws Exception {
        RunConfig run = settings(folder, FlippingTrader.class.getName(), Map.of());

        FillComparison fills = compare(run, live(run, seed, 60));

        assertTrue(fills.alike() > 100, () -> fills.alike() + " alike, " + fills.odd());
        assertTrue(fills.share() >= share, () -> fills.share() + ": " + fills.odd());
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 1", "3, 1"})
    void shouldFollowAMakerThatWaitsForItsFills(long seed, double share) throws Exception {
        RunConfig run =
                settings(folder, FlippingTrader.class.getName(), Map.of("resting", "1"), "R0");

        FillComparison fills = compare(run, live(run, seed, 300));

        assertTrue(fills.alike() > 10, () -> fills.alike() + " alike, " + fills.odd());
        assertTrue(fills.share() >= share, () -> fills.share() + ": " + fills.odd());
    }

    @Test
    void shouldRefuseAJournalOfAnotherTime() throws Exception {
        BacktestRig rig = new BacktestRig(folder);
        Path recording = BacktestRig.market().write(folder);
        BacktestConfig config = rig.config(recording, Map.of());
        Recorded recorded = Recorded.read(recording);

        ConfigException e =
                assertThrows(
                        ConfigException.class, () -> Comparison.with(folder, recorded, config));

        assertTrue(e.getMessage().endsWith("has no orders of that time"), e::getMessage);
        ConfigException none =
                assertThrows(
                        ConfigException.class,
                        () -> Comparison.with(folder.resolve("none"), recorded, config));
        assertTrue(none.getMessage().startsWith("--compare must be the folder"), none::getMessage);
        ConfigException many =
                assertThrows(
                        ConfigException.class,
                        () ->
                                Comparison.with(
                                        folder,
                                        recorded,
                                        rig.config(recording, Map.of("ask", "1,2"))));
        assertEquals("--compare takes one set of parameters: was 2", many.getMessage());
    }
}
