package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.LoopConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.Topology;
import io.hayate.event.CommandType;
import io.hayate.event.Ticker;
import io.hayate.model.AccountConnection;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.recording.capture.Recorder;
import io.hayate.replay.ReplayTotals;
import io.hayate.session.SessionConfig;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.BookConfig;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.fault.ChaosSchedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of an engine that trades on a venue that goes wrong replays without a difference. */
class ReplayTest {
    private static final int SEEDS = Integer.getInteger("hayate.test.replays", 100);
    private static final int LOOKS = 20;
    private static final int SECONDS = 30;
    private static final int SLICES = 10; // of a second
    private static final Pattern TICK =
            Pattern.compile("^\\{\"k\":\"tick\",\"c\":0,\"ns\":(\\d+),");
    private static final Pattern PLACES =
            Pattern.compile("^\\{\"k\":\"places\",.*\"f\":\\[(\\d+),");
    private static final PathConfig CONFIG =
            SimulationRig.config(
                    ChannelSpec.ticker("tBTCUSD"),
                    ChannelSpec.ticker("tETHUSD"),
                    ChannelSpec.book("tBTCUSD"),
                    ChannelSpec.trades("tBTCUSD"));

    private static final String TOLD =
            "{\"k\":\"number\",\"c\":0,\"ns\":1,\"us\":1,\"f\":{\"name\":\"least 0\",\"value\":1}}";

    @TempDir private Path folder;

    @Test
    void shouldReplayWithoutADifferenceWhateverTheVenueDid() throws IOException {
        long decisions = 0;
        long answers = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            ReplayTotals totals = recordAndReplay(seed, traderOf(seed), traderOf(seed));

            assertEquals("", totals.difference(), "seed " + seed);
            assertTrue(totals.frames() > 0, "seed " + seed);
            decisions += totals.decisions();
            answers += totals.answers();
        }
        assertTrue(answers > SEEDS, "answers of REST: " + answers);
        assertTrue(decisions > 10L * SEEDS, "decisions: " + decisions);
    }

    /** Each channel has a connection of its own, those of market data go round three loops. */
    @Test
    void shouldReplayRunsOfSeveralLoopsWithoutADifferenceWhateverTheVenueDid() throws IOException {
        PathConfig config = ofLoops(3);
        long decisions = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Path recording = folder.resolve("loops-" + seed);
            record(config, seed, traderOf(seed).get(), recording);
            if (seed == 1) {
                checkPlaces(recording);
            }

            ReplayTotals totals = ReplayRig.replay(recording, config, traderOf(seed).get());

            assertEquals("", totals.difference(), "seed " + seed);
            decisions += totals.decisions();
        }
        assertTrue(decisions > 10L * SEEDS, "decisions: " + decisions);
    }

    /** Of a loop on a thread of its own: what a strategy looks at without deciding anything. */
    @Test
    void shouldShowAStrategyWhatItSawOfTheLoopThen() throws IOException {
        PathConfig config = ofLoops(3);
        Set<String> different = new TreeSet<>();
        for (long seed = 1; seed <= LOOKS; seed++) {
            Path recording = folder.resolve("looks-" + seed);
            Looker recorded = new Looker();
            Looker replayed = new Looker();
            record(config, seed, recorded, recording);

            assertEquals("", ReplayRig.replay(recording, config, replayed).difference());
            int seen = replayed.seen.size();
            assertTrue(seen > recorded.seen.size() - 10, "seed " + seed + ": " + seen);
            assertEquals(recorded.seen.subList(0, seen), replayed.seen, "seed " + seed);
            different.addAll(replayed.seen);
        }
        assertTrue(different.size() > LOOKS, different::toString);
    }

    /** Looks at what the loop knows, each time that a ticker comes. */
    private static final class Looker implements Strategy {
        private final List<String> seen = new ArrayList<>();
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            StringBuilder words = new StringBuilder();
            words.append(context.accountState()).append(' ').append(context.isLive());
            words.append(' ').append(context.isAccountInDoubt());
            for (int i = 0; i < context.channels(); i++) {
                words.append(' ').append(context.health(context.channel(i)));
            }
            seen.add(words.toString());
        }
    }

    static PathConfig ofLoops(int loops) {
        return ofLoops(loops, CONFIG.loop().ringSize());
    }

    static PathConfig ofLoops(int loops, int ringSize) {
        SessionConfig session = CONFIG.session();
        LoopConfig loop = CONFIG.loop();
        return new PathConfig(
                CONFIG.channels(),
                new SessionConfig(
                        session.timeouts(),
                        session.reconnectDelay(),
                        session.accountRate(),
                        session.publicRate(),
                        8,
                        2,
                        AccountConnection.OWN),
                CONFIG.market(),
                CONFIG.history(),
                CONFIG.decoder(),
                new LoopConfig(Topology.SPLIT, loop.idle(), ringSize, loop.timerTickMs(), loops),
                CONFIG.orders(),
                CONFIG.strategy());
    }

    /** Each loop was in the ring, and they took turns. */
    private static void checkPlaces(Path recording) throws IOException {
        List<String> loops =
                ReplayRig.lines(recording).stream()
                        .map(PLACES::matcher)
                        .filter(Matcher::find)
                        .map(places -> places.group(1))
                        .toList();
        assertEquals(3, loops.stream().distinct().count(), loops::toString);
        assertTrue(loops.size() > 1_000, "places: " + loops.size());
    }

    @Test
    void shouldNameTheFirstDifferenceOfAStrategyThatDecidesOtherwise() throws IOException {
        ReplayTotals totals = recordAndReplay(7, traderOf(7), traderOf(8));

        assertTrue(totals.difference().contains(".jsonl.gz:"), totals.difference());
    }

    /** A loop that is held up between its look at the clock and its tick, as on a busy machine. */
    @Test
    void shouldTellTheTimeOfATickBehindWhatItsTurnTookUpLater() throws IOException {
        Path recording = folder.resolve("seed-3");
        record(CONFIG, 3, traderOf(3).get(), recording);

        holdUpTicks(recording);

        assertEquals("", replay(recording, traderOf(3)).difference());
    }

    /** Before each tenth tick, a command that was taken up 0.1 ms after its time. */
    private static void holdUpTicks(Path recording) throws IOException {
        AtomicInteger ticks = new AtomicInteger();
        ReplayRig.rewrite(
                recording,
                line -> {
                    Matcher tick = TICK.matcher(line);
                    boolean isHeldUp = tick.find() && ticks.getAndIncrement() % 10 == 0;
                    return isHeldUp
                            ? takenUp(Long.parseLong(tick.group(1)) + 100_000) + line
                            : line;
                });
        assertTrue(ticks.get() > 1_000, "ticks: " + ticks);
    }

    /** What another thread tells in the middle of a read. */
    @Test
    void shouldEndNoReadWithWhatAnotherThreadTells() throws IOException {
        Path recording = folder.resolve("seed-5");
        record(CONFIG, 5, traderOf(5).get(), recording);

        AtomicInteger texts = new AtomicInteger();
        ReplayRig.rewrite(
                recording,
                line ->
                        line.startsWith("{\"k\":\"in\"") && texts.getAndIncrement() > 20
                                ? line + "\n" + TOLD
                                : line);

        assertEquals("", replay(recording, traderOf(5)).difference());
    }

    private static String takenUp(long timeNs) {
        return "{\"k\":\"command\",\"c\":0,\"ns\":"
                + timeNs
                + ",\"us\":1,\"f\":{\"type\":\"TRACE_OFF\",\"target\":0,\"amount\":0.0,\"made\":"
                + timeNs
                + "}}\n";
    }

    private static Supplier<Strategy> traderOf(long seed) {
        return () -> new ChaosTrader(seed);
    }

    private ReplayTotals recordAndReplay(
            long seed, Supplier<Strategy> recorded, Supplier<Strategy> replayed)
            throws IOException {
        Path recording = folder.resolve("seed-" + seed);
        record(CONFIG, seed, recorded.get(), recording);
        return replay(recording, replayed);
    }

    private static ReplayTotals replay(Path recording, Supplier<Strategy> replayed)
            throws IOException {
        return ReplayRig.replay(recording, CONFIG, replayed.get());
    }

    private static void record(PathConfig config, long seed, Strategy strategy, Path recording)
            throws IOException {
        record(config, seed, strategy, recording, null);
    }

    /**
     * Records half a minute of a venue that goes wrong.
     *
     * @param threads how the threads run into each other; null for one after the other
     */
    static void record(
            PathConfig config,
            long seed,
            Strategy strategy,
            Path recording,
            InterleavedThreads threads)
            throws IOException {
        record(config, seed, strategy, recording, threads, unused -> {});
    }

    /**
     * As above.
     *
     * @param meanwhile has something happen to the engine, each tenth of a second
     */
    static void record(
            PathConfig config,
            long seed,
            Strategy strategy,
            Path recording,
            InterleavedThreads threads,
            Consumer<SimulatedEngine> meanwhile)
            throws IOException {
        VenueConfig venue =
                VenueConfig.DEFAULTS
                        .withTickersPerSecond(2)
                        .withSymbols(List.of("tBTCUSD", "tETHUSD"))
                        .withBooks(new BookConfig(500, 1_000, 20))
                        .withFaults(FaultConfig.NONE.with(ChaosSchedule.of(seed)));
        Simulation simulation = new SimulationRig(venue, seed).simulation;
        Recorder recorder = ReplayRig.recorder(recording, simulation.clock());
        recorder.begin();
        simulation.record(recorder.tap());
        if (threads != null) {
            simulation.reads(threads.of(recorder.tap(), simulation.clock()::nanoTime));
        }
        SimulatedEngine engine = simulation.engine(config, SimulationRig.DEMO, strategy);
        if (threads != null) {
            threads.run(engine);
        }
        for (int i = 1; i <= SECONDS && engine.outcomes().isEmpty(); i++) {
            for (int j = 0; j < SLICES; j++) {
                simulation.runFor(SECOND / SLICES);
                meanwhile.accept(engine);
            }
            while (recorder.doWork() > 0) {
                assertEquals(0, recorder.lost());
            }
            if (i == 12 && seed % 5 == 0) {
                engine.path().halt().kill("a test");
            } else if (i == 18) {
                engine.path()
                        .commands()
                        .offer(CommandType.RESUME, 0, engine.path().orders().openOrders());
            }
            if (i % 10 == 0) {
                engine.faults().forEach(faults -> faults.cutAfter(0));
            }
        }
        recorder.onClose();
    }
}
