package io.hayate.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.hayate.engine.EngineConfig;
import io.hayate.engine.EngineRig;
import io.hayate.engine.EveryNthTicker;
import io.hayate.engine.FastVenue;
import io.hayate.engine.FillingVenue;
import io.hayate.engine.MarketTexts;
import io.hayate.engine.TradingThreads;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Clocks;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemEpochClock;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counts what a session with tickers, trades, a book and candles allocates on its trading threads when
 * it was rehearsed, and nothing else was done ahead: nothing, after its first few thousand events.
 */
@Timeout(120)
class RehearsalAllocationSystemTest {
    private static final int ROUNDS = 1_000; // of seven events
    private static final int ROUNDS_PER_WRITE = 50;
    private static final int BOOK_CHANNEL = 2;
    private static final int WARM_UP_MS = 2_000; // as the settings have it
    private static final int TRIES = 20; // the compiler may be late on a busy machine

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir Path state;

    @ParameterizedTest
    @CsvSource({"one-thread, yielding", "split, yielding", "split, blocking"})
    void shouldAllocateNothingAfterTheFirstEvents(String topology, String idle) throws Exception {
        Assumptions.assumeTrue(Epoll.isAvailable());
        EveryNthTicker strategy = new EveryNthTicker(0);
        try (FastVenue venue = new FastVenue(new FillingVenue(false))) {
            Map<String, Object> settings = settings(topology, idle);
            EngineConfig config = EngineRig.config(venue.url("ws"), state, settings);
            Clocks clocks = new Clocks(new WorkingClock(), SystemEpochClock.INSTANCE);
            Rehearsal.run(config, WARM_UP_MS, 0, clocks);
            assertEquals(0, venue.connections());

            try (EngineRig rig = new EngineRig(venue.url("ws"), state, settings, strategy)) {
                rig.awaitLive();
                venue.say(MarketTexts.snapshots());
                send(venue, rig);
                long bytes = bytesOf(venue, rig);
                for (int i = 1; i < TRIES && bytes > 0; i++) {
                    bytes = bytesOf(venue, rig);
                }

                assertEquals(0, bytes);
                assertEquals(
                        rig.engine.ticks(0),
                        rig.engine.statistics().get(BOOK_CHANNEL, Figure.CHECKSUMS_PASSED));
            }
        }
    }

    /** A time in which a machine that stands still does not get on, either. */
    private static final class WorkingClock implements NanoClock {
        private static final long STEP_MAX_NS = TimeUnit.MILLISECONDS.toNanos(20);

        private long lastNs = System.nanoTime();
        private long nowNs;

        @Override
        public synchronized long nanoTime() {
            long readNs = System.nanoTime();
            nowNs += Math.min(readNs - lastNs, STEP_MAX_NS);
            lastNs = readNs;
            return nowNs;
        }
    }

    private static Map<String, Object> settings(String topology, String idle) {
        return Map.of(
                "loop.topology",
                topology,
                "loop.idle",
                idle,
                "subscriptions.channels",
                List.of("trades tBTCUSD", "book tBTCUSD P0 25", "candles 1m tBTCUSD"));
    }

    private long bytesOf(FastVenue venue, EngineRig rig) throws IOException {
        long before = allocated();
        send(venue, rig);
        return allocated() - before;
    }

    private long allocated() {
        return TradingThreads.tradingIds().stream()
                .mapToLong(threads::getThreadAllocatedBytes)
                .sum();
    }

    private static void send(FastVenue venue, EngineRig rig) throws IOException {
        byte[] write = MarketTexts.write(ROUNDS_PER_WRITE);
        long start = rig.engine.ticks(0);
        for (int sent = ROUNDS_PER_WRITE; sent <= ROUNDS; sent += ROUNDS_PER_WRITE) {
            venue.send(write);
            long due = start + sent;
            FastVenue.await(() -> rig.engine.ticks(0) == due);
        }
    }
}
