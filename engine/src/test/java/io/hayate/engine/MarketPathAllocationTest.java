package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counts what a whole engine allocates on its trading threads when tickers, trades, a book with its
 * checksums and candles come in together.
 */
class MarketPathAllocationTest {
    private static final int ROUNDS = 200_000;
    private static final int ROUNDS_PER_WRITE = 50;
    private static final int WARM_UPS_MAX = 8;
    private static final int EVENTS_PER_ROUND = 7;
    private static final int AHEAD_MAX = 2_000; // rounds
    private static final double BYTES_PER_EVENT_MAX = 0.005;
    private static final int BOOK_CHANNEL = 2;

    @TempDir Path state;

    @ParameterizedTest
    @CsvSource({"one-thread, yielding", "split, yielding"})
    void shouldAllocateNothingWhenAllKindsOfDataComeIn(String topology, String idle)
            throws Exception {
        Assumptions.assumeTrue(Epoll.isAvailable());
        EveryNthTicker strategy = new EveryNthTicker(0);
        try (FastVenue venue = new FastVenue(new FillingVenue(false));
                EngineRig rig = rig(venue, strategy, topology, idle)) {
            venue.say(MarketTexts.snapshots());
            byte[] write = MarketTexts.write(ROUNDS_PER_WRITE);
            AllocationSlices.warmUp(WARM_UPS_MAX, () -> send(venue, rig, write, ROUNDS / 4));

            long passed = rig.engine.statistics().get(BOOK_CHANNEL, Figure.CHECKSUMS_PASSED);
            AllocationSlices slices =
                    new AllocationSlices()
                            .measure(
                                    () -> send(venue, rig, write, ROUNDS / AllocationSlices.COUNT));

            slices.assertAtMost((double) ROUNDS * EVENTS_PER_ROUND * BYTES_PER_EVENT_MAX);
            assertEquals(
                    passed + ROUNDS,
                    rig.engine.statistics().get(BOOK_CHANNEL, Figure.CHECKSUMS_PASSED));
            assertEquals(0, rig.engine.statistics().get(BOOK_CHANNEL, Figure.CHECKSUMS_FAILED));
            assertEquals(0, rig.count(Counter.UPDATES_DROPPED));
        }
    }

    private EngineRig rig(FastVenue venue, EveryNthTicker strategy, String topology, String idle) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("loop.topology", topology);
        settings.put("loop.idle", idle);
        settings.put("loop.ring-size", 65_536);
        settings.put(
                "subscriptions.channels",
                List.of("trades tBTCUSD", "book tBTCUSD P0 25", "candles 1m tBTCUSD"));
        EngineRig rig = new EngineRig(venue.url("ws"), state, settings, strategy);
        rig.awaitLive();
        return rig;
    }

    private static void send(FastVenue venue, EngineRig rig, byte[] write, int rounds)
            throws IOException {
        long start = rig.engine.ticks(0);
        for (int sent = 0; sent < rounds; sent += ROUNDS_PER_WRITE) {
            long least = start + sent - AHEAD_MAX;
            FastVenue.await(() -> rig.engine.ticks(0) >= least);
            venue.send(write);
            if (sent % 10_000 == 0) {
                rig.engine.keepHouse();
            }
        }
        FastVenue.await(() -> rig.engine.ticks(0) == start + rounds);
    }
}
