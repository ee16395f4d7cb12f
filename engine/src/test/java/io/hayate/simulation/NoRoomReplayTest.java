package io.hayate.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.PathConfig;
import io.hayate.event.Ticker;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.replay.ReplayTotals;
import io.hayate.strategy.CallbackWatch;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording replays though the strategy was too slow for its ring, or a socket or a queue was full. */
class NoRoomReplayTest {
    private static final int SEEDS =
            Math.max(Integer.getInteger("hayate.test.replays", 100) / 4, 5);
    private static final int RING_SIZE = 256;
    private static final String[] TOLD = {"ring-room", "ring-eased", "read-on", "socket-room"};

    @TempDir private Path folder;

    @Test
    void shouldReplayARunWhoseStrategyWasTooSlow() throws IOException {
        check(1, false);
    }

    @Test
    void shouldReplayTheSameOfSeveralLoops() throws IOException {
        check(3, false);
    }

    @Test
    void shouldReplayTheSameOfThreadsThatRunIntoEachOther() throws IOException {
        check(1, true);
        check(3, true);
    }

    private void check(int loops, boolean isInterleaved) throws IOException {
        PathConfig config = ReplayTest.ofLoops(loops, RING_SIZE);
        Map<String, Integer> told = new TreeMap<>();
        long decisions = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Path recording = folder.resolve(loops + "-" + isInterleaved + "-" + seed);
            InterleavedThreads threads = isInterleaved ? new InterleavedThreads(seed) : null;
            Consumer<SimulatedEngine> meanwhile = new Pressure(seed);
            ReplayTest.record(config, seed, new ChaosTrader(seed), recording, threads, meanwhile);

            ReplayTotals totals = ReplayRig.replay(recording, config, new ChaosTrader(seed));

            assertEquals("", totals.difference(), "seed " + seed);
            decisions += totals.decisions();
            count(recording, told);
        }
        assertTrue(decisions > SEEDS, "decisions: " + decisions);
        assertEquals(TOLD.length, told.size(), told::toString);
    }

    private static void count(Path recording, Map<String, Integer> told) throws IOException {
        for (String line : ReplayRig.lines(recording)) {
            for (String name : TOLD) {
                if (line.contains("{\"name\":\"" + name + "\"")) {
                    told.merge(name, 1, Integer::sum);
                }
            }
        }
    }

    /** Holds the strategy up for a while, again and again, and fills sockets. */
    private static final class Pressure implements Consumer<SimulatedEngine> {
        private final SplittableRandom random;
        private int slices; // until it changes

        private Pressure(long seed) {
            random = new SplittableRandom(seed);
        }

        @Override
        public void accept(SimulatedEngine engine) {
            slices--;
            if (slices <= 0) {
                slices = 1 + random.nextInt(20);
                engine.strategyHeld(random.nextInt(3) > 0);
            }
            if (random.nextInt(20) == 0) {
                engine.faults().forEach(LinkFaults::fillUp);
            }
        }
    }

    /** What a strategy asks of a loop beyond what its queue takes is refused again. */
    @Test
    void shouldReplayMoreRequestsThanAQueueTakes() throws IOException {
        PathConfig config = ReplayTest.ofLoops(1);
        Path recording = folder.resolve("requests");
        Asking recorded = new Asking();
        ReplayTest.record(config, 1, recorded, recording, null);
        Asking replayed = new Asking();

        ReplayTotals totals = ReplayRig.replay(recording, config, replayed);

        assertEquals("", totals.difference());
        assertEquals(recorded.answers, replayed.answers);
        assertTrue(recorded.answers.contains(false), "none was refused");
    }

    /** Asks for a channel and gives it up, over and over, in one callback. */
    private static final class Asking implements Strategy {
        private final List<Boolean> answers = new ArrayList<>();
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            for (int i = 0; answers.size() < 3_000 && i < 1_000; i++) {
                MarketChannel channel = context.subscribe(ChannelSpec.trades("tETHUSD"));
                answers.add(channel != null);
                answers.add(channel != null && context.unsubscribe(channel));
            }
        }
    }

    /** A callback that sleeps too long is interrupted again. */
    @Test
    void shouldReplayACallbackThatWasInterrupted() throws Exception {
        PathConfig config = ReplayTest.ofLoops(1);
        Path recording = folder.resolve("interrupted");
        AtomicReference<SimulatedEngine> running = new AtomicReference<>();
        CountDownLatch asleep = new CountDownLatch(1);
        Thread watching = new Thread(() -> interrupt(running, asleep));
        watching.start();
        Sleeper recorded = new Sleeper(asleep);
        ReplayTest.record(config, 1, recorded, recording, null, running::set);
        watching.join();
        Sleeper replayed = new Sleeper(asleep);

        ReplayTotals totals = ReplayRig.replay(recording, config, replayed);

        assertEquals("", totals.difference());
        assertEquals(List.of("interrupted"), recorded.seen);
        assertEquals(recorded.seen, replayed.seen);
    }

    private static void interrupt(AtomicReference<SimulatedEngine> running, CountDownLatch asleep) {
        try {
            asleep.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        CallbackWatch watch = running.get().path().runner().watch();
        watch.look(0, unused -> {});
        watch.look(Long.MAX_VALUE, unused -> {});
    }

    /** Sleeps in its third second. */
    private static final class Sleeper implements Strategy {
        private final CountDownLatch asleep;
        private final List<String> seen = new ArrayList<>();
        private StrategyContext context;

        private Sleeper(CountDownLatch asleep) {
            this.asleep = asleep;
        }

        @Override
        public void onStart(StrategyContext given) {
            context = given;
            context.scheduleEvery(0, 3_000);
        }

        @Override
        public void onTimer(int timerId) {
            try {
                asleep.countDown();
                Thread.sleep(600_000);
                seen.add("slept");
            } catch (InterruptedException e) {
                seen.add("interrupted");
                Thread.currentThread().interrupt();
            }
        }
    }
}
