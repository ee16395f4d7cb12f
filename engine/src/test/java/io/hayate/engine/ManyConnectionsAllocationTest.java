package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.venue.BookConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.netty.channel.epoll.Epoll;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts what trading threads allocate for sixty channels on six connections. */
class ManyConnectionsAllocationTest {
    private static final int SYMBOLS = 20;
    private static final int CONNECTIONS = 6;
    private static final int EVENTS = 300_000;
    private static final int WARM_UPS_MAX = 8;
    private static final int AHEAD_MAX = 10 * SYMBOLS; // tickers
    private static final double BYTES_PER_EVENT_MAX = 0.005;

    @TempDir Path state;

    @ParameterizedTest
    @CsvSource({"one-thread, 1", "split, 1", "split, 2"})
    void shouldAllocateNothingWhateverTheConnection(String topology, int loops) throws Exception {
        Assumptions.assumeTrue(Epoll.isAvailable());
        try (SimulatedVenue venue = venue();
                EngineRig rig = rig(venue, topology, loops)) {
            rig.awaitLive();
            FastVenue.await(() -> venue.connections() == CONNECTIONS + 1);
            AllocationSlices.warmUp(WARM_UPS_MAX, () -> move(venue, rig, EVENTS / 3));

            long events = rig.count(Counter.EVENTS);
            AllocationSlices slices =
                    new AllocationSlices()
                            .measure(() -> move(venue, rig, EVENTS / AllocationSlices.COUNT));
            long taken = rig.count(Counter.EVENTS) - events;

            slices.assertAtMost(taken * BYTES_PER_EVENT_MAX);
            assertEquals(0, sum(rig, Figure.CHECKSUMS_FAILED));
            assertTrue(sum(rig, Figure.CHECKSUMS_PASSED) > SYMBOLS);
            assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
            assertEquals(0, rig.count(Counter.UPDATES_DROPPED));
        }
    }

    private static List<String> symbols() {
        return IntStream.range(0, SYMBOLS).mapToObj(i -> String.format("tA%02dUSD", i)).toList();
    }

    private static SimulatedVenue venue() {
        return SimulatedVenue.start(
                EngineRig.stillVenue()
                        .withSymbols(symbols())
                        .withTickersPerSecond(1e-6)
                        .withBooks(new BookConfig(0, 300, 300)));
    }

    private EngineRig rig(SimulatedVenue venue, String topology, int loops) {
        List<String> channels = new ArrayList<>();
        for (String symbol : symbols()) {
            channels.add("ticker " + symbol);
            channels.add("trades " + symbol);
            channels.add("book " + symbol);
        }
        Map<String, Object> settings =
                Map.of(
                        "loop.topology",
                        topology,
                        "loop.loops",
                        loops,
                        "loop.idle",
                        "yielding",
                        "loop.ring-size",
                        65_536,
                        "session.account-connection",
                        "own",
                        "session.subscriptions-max",
                        3 * SYMBOLS / CONNECTIONS,
                        "subscriptions.tickers",
                        List.of(),
                        "subscriptions.channels",
                        channels);
        return new EngineRig(venue.url(), state, settings, new EveryNthTicker(0));
    }

    private static void move(SimulatedVenue venue, EngineRig rig, long events) {
        long end = rig.count(Counter.EVENTS) + events;
        while (rig.count(Counter.EVENTS) < end) {
            venue.controls().advance(1);
            venue.controls().advanceBooks(1);
            FastVenue.await(() -> ticks(rig) >= venue.tickersSent() - AHEAD_MAX);
            rig.engine.keepHouse();
        }
        FastVenue.await(() -> rig.count(Counter.FRAMES) >= venue.textsSent());
    }

    /** Tickers that the strategy has taken. */
    private static long ticks(EngineRig rig) {
        return IntStream.range(0, SYMBOLS).mapToLong(rig.engine::ticks).sum();
    }

    private static long sum(EngineRig rig, Figure figure) {
        return IntStream.range(0, 3 * SYMBOLS)
                .mapToLong(id -> rig.engine.statistics().get(id, figure))
                .sum();
    }
}
