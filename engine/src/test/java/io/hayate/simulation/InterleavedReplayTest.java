package io.hayate.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.PathConfig;
import io.hayate.replay.ReplayTotals;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording replays though its threads ran into each other in the midst of a frame, or of a decision. */
class InterleavedReplayTest {
    private static final int SEEDS = Integer.getInteger("hayate.test.replays", 100) / 2;

    @TempDir private Path folder;

    @Test
    void shouldReplayWhatTheStrategyDidInTheMidstOfAFrame() throws IOException {
        check(1);
    }

    @Test
    void shouldReplayTheSameOfSeveralLoops() throws IOException {
        check(3);
    }

    private void check(int loops) throws IOException {
        PathConfig config = ReplayTest.ofLoops(loops);
        long steps = 0;
        long lost = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Path recording = folder.resolve(loops + "-" + seed);
            InterleavedThreads threads = new InterleavedThreads(seed);
            ReplayTest.record(config, seed, new ChaosTrader(seed), recording, threads);

            ReplayTotals totals = ReplayRig.replay(recording, config, new ChaosTrader(seed));

            assertEquals("", totals.difference(), "seed " + seed);
            steps += threads.steps();
            lost +=
                    ReplayRig.lines(recording).stream()
                            .filter(InterleavedReplayTest::isLost)
                            .count();
        }
        assertTrue(steps > 10L * SEEDS, "steps: " + steps);
        assertTrue(lost > 0, "orders that waited for the socket, and never reached it: " + lost);
    }

    /** An order, or cancels, that waited for the socket and never reached it. */
    private static boolean isLost(String line) {
        return line.contains("{\"name\":\"not-sent\"")
                || line.contains("{\"name\":\"lost-cancels\"");
    }
}
