package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.transport.tls.TestCertificate;
import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.OpenSsl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts what a whole engine allocates on its trading threads, over a real socket: tickers in, orders
 * out, and the fills that come back, in each topology.
 */
class EngineAllocationTest {
    private static final int MESSAGES = 1_000_000;
    private static final double BYTES_PER_MESSAGE_MAX = 0.005;
    private static final double BYTES_PER_RECORD_MAX = 128;
    private static final int RECORDS = 100_000;
    private static final int TICKERS_PER_ORDER = 20;

    @TempDir Path state;

    @ParameterizedTest
    @CsvSource({"one-thread, yielding", "split, blocking"})
    void shouldAllocateNothingWhenTickersComeIn(String topology, String idle) throws Exception {
        Assumptions.assumeTrue(Epoll.isAvailable());
        EveryNthTicker strategy = new EveryNthTicker(0);
        try (FastVenue venue = new FastVenue(new FillingVenue(false));
                EngineRig rig = rig(venue, "ws", strategy, settings(topology, idle))) {
            Blast blast = new Blast(venue, rig, strategy, 500);
            blast.warmUp();

            AllocationSlices slices =
                    new AllocationSlices()
                            .measure(() -> blast.tickers(MESSAGES / AllocationSlices.COUNT));

            slices.assertAtMost(MESSAGES * BYTES_PER_MESSAGE_MAX);
        }
    }

    @ParameterizedTest
    @CsvSource({"one-thread, yielding", "split, yielding"})
    void shouldAllocateNothingWhenOrdersGoOut(String topology, String idle) throws Exception {
        Assumptions.assumeTrue(Epoll.isAvailable());
        EveryNthTicker strategy = new EveryNthTicker(TICKERS_PER_ORDER);
        try (FastVenue venue = new FastVenue(new FillingVenue(false));
                EngineRig rig = rig(venue, "ws", strategy, settings(topology, idle))) {
            Blast blast = new Blast(venue, rig, strategy, 500);
            blast.warmUp();

            AllocationSlices slices =
                    new AllocationSlices()
                            .measure(() -> blast.tickers(MESSAGES / AllocationSlices.COUNT));

            slices.assertAtMost(MESSAGES * BYTES_PER_MESSAGE_MAX);
            assertTrue(rig.count(Counter.FILLS) > MESSAGES / TICKERS_PER_ORDER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "one-thread, yielding",
        "one-thread, blocking",
        "split, yielding",
        "split, blocking"
    })
    void shouldAllocateNothingForARecordOfTls(String topology, String idle) throws Exception {
        exchangeRecords(topology, idle, "boringssl", BYTES_PER_MESSAGE_MAX);
    }

    /** Where records cannot be had by address, they cost what Netty's handler makes for each. */
    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldAllocateLittleForARecordInNettysHandler(String topology) throws Exception {
        exchangeRecords(topology, "yielding", "handler", BYTES_PER_RECORD_MAX);
    }

    private void exchangeRecords(String topology, String idle, String tls, double bytesPerRecordMax)
            throws Exception {
        Assumptions.assumeTrue(Epoll.isAvailable() && OpenSsl.isAvailable());
        TestCertificate certificate = new TestCertificate(state, "venue", "ip:127.0.0.1");
        Map<String, Object> settings = settings(topology, idle);
        settings.put("venue.trust-file", certificate.pem().toString());
        settings.put("transport.tls", tls);
        EveryNthTicker strategy = new EveryNthTicker(TICKERS_PER_ORDER);
        try (FastVenue venue = new FastVenue(certificate.serverSockets(), new FillingVenue(true));
                EngineRig rig = rig(venue, "wss", strategy, settings)) {
            Blast blast = new Blast(venue, rig, strategy, 1);
            blast.warmUp();

            long records = -rig.count(Counter.FRAMES) - rig.count(Counter.ORDERS_SENT);
            AllocationSlices slices =
                    new AllocationSlices()
                            .measure(() -> blast.tickers(RECORDS / AllocationSlices.COUNT));
            records += rig.count(Counter.FRAMES) + rig.count(Counter.ORDERS_SENT);

            assertTrue(records > RECORDS);
            slices.assertAtMost(records * bytesPerRecordMax);
        }
    }

    /** Where epoll is not to be had, all works alike, at a price that is known. */
    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldDoTheSameOnNio(String topology) throws Exception {
        Map<String, Object> settings = settings(topology, "yielding");
        settings.put("transport.io", "nio");
        EveryNthTicker strategy = new EveryNthTicker(TICKERS_PER_ORDER);
        try (FastVenue venue = new FastVenue(new FillingVenue(false));
                EngineRig rig = rig(venue, "ws", strategy, settings)) {
            new Blast(venue, rig, strategy, 500).tickers(50_000);
        }
    }

    private static Map<String, Object> settings(String topology, String idle) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("loop.topology", topology);
        settings.put("loop.idle", idle);
        settings.put("loop.ring-size", 65_536);
        settings.put("trading.orders-per-second-max", "off");
        settings.put("trading.open-orders-max", "off");
        return settings;
    }

    private EngineRig rig(
            FastVenue venue, String scheme, EveryNthTicker strategy, Map<String, Object> settings) {
        EngineRig rig = new EngineRig(venue.url(scheme), state, settings, strategy);
        rig.awaitLive();
        return rig;
    }

    /** Sends tickers no faster than they are taken, and waits for all that comes of them. */
    private static final class Blast {
        private static final int AHEAD_MAX =
                4_000; // far less than the ring holds: none is conflated
        private static final int OPEN_MAX = 100; // the one who fills may be late: none is refused
        private static final int WARM_UP = 100_000;
        private static final int WARM_UPS_MAX = 8;

        private final FastVenue venue;
        private final EngineRig rig;
        private final EveryNthTicker strategy;
        private final byte[] write;
        private final int perWrite;

        Blast(FastVenue venue, EngineRig rig, EveryNthTicker strategy, int perWrite) {
            this.venue = venue;
            this.rig = rig;
            this.strategy = strategy;
            this.perWrite = perWrite;
            byte[] one = FastVenue.frame(FastVenue.TICKER);
            write = new byte[perWrite * one.length];
            for (int i = 0; i < perWrite; i++) {
                System.arraycopy(one, 0, write, i * one.length, one.length);
            }
        }

        void warmUp() throws Exception {
            AllocationSlices.warmUp(WARM_UPS_MAX, () -> tickers(WARM_UP));
        }

        void tickers(int count) throws IOException {
            long start = rig.engine.ticks(0);
            for (int sent = 0; sent < count; sent += perWrite) {
                long least = start + sent - AHEAD_MAX;
                FastVenue.await(
                        () -> rig.engine.ticks(0) >= least && rig.engine.openOrders() < OPEN_MAX);
                venue.send(write);
                if (sent % 10_000 == 0) {
                    rig.engine.keepHouse();
                }
            }
            FastVenue.await(() -> rig.engine.ticks(0) == start + count);
            FastVenue.await(() -> rig.count(Counter.FILLS) == strategy.accepted());
            FastVenue.await(() -> rig.count(Counter.FILLS) == strategy.accepted());
            FastVenue.await(() -> rig.engine.openOrders() == 0);
            assertEquals(0, strategy.refused(), () -> "last: " + strategy.refusal());
            assertEquals(0, rig.count(Counter.TICKERS_CONFLATED));
        }
    }
}
