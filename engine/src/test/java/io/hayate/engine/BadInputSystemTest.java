package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that a venue should never send, or sends one by one, or does not take. */
class BadInputSystemTest {
    private static final int FRAME_BYTES_MAX = 65_536;
    private static final int GIVEN_UP = 16; // connections
    private static final int TICKERS_AT_ONCE = 100;

    @TempDir Path state;

    /** A masked frame; lengths of 2^31, 2^63 and 2^64 - 1; bits and opcodes that mean nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "81810000000061",
                "817f0000000080000000",
                "817f8000000000000000",
                "817fffffffffffffffff",
                "c10161",
                "830161",
                "8102c328",
                "820161"
            })
    void shouldComeBackOnAFreshConnectionWhenARuleIsBroken(String broken) throws IOException {
        EveryNthTicker strategy = new EveryNthTicker(1);
        try (FastVenue venue = new FastVenue(new FillingVenue(true));
                EngineRig rig = rig(venue, "one-thread", strategy, Map.of())) {
            rig.awaitLive();
            venue.say(FastVenue.TICKER);
            FastVenue.await(() -> rig.count(Counter.FILLS) == 1);

            venue.send(HexFormat.of().parseHex(broken));
            FastVenue.await(() -> venue.connections() == 2 && rig.engine.isLive());
            venue.say(FastVenue.TICKER);

            FastVenue.await(() -> rig.engine.ticks(0) == 2);
            FastVenue.await(() -> rig.count(Counter.FILLS) == 2);
            assertEquals(1, rig.count(Counter.RECONNECTS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldReadTickersThatComeInSegmentsOfOneByte(String topology) throws IOException {
        EveryNthTicker strategy = new EveryNthTicker(1);
        try (FastVenue venue = new FastVenue(new FillingVenue(false));
                EngineRig rig = rig(venue, topology, strategy, Map.of())) {
            rig.awaitLive();

            for (int i = 0; i < 10; i++) {
                for (byte one : FastVenue.frame(FastVenue.TICKER)) {
                    venue.send(new byte[] {one});
                }
                int sent =
                        i + 1; // an answer is one write: none of it comes in between the next bytes
                FastVenue.await(() -> rig.count(Counter.FILLS) == sent);
            }

            assertEquals(10, rig.engine.ticks(0));
            assertEquals(0, rig.count(Counter.FRAMES_MALFORMED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldGiveUpAVenueThatNeverFinishesAFrame(String topology) throws IOException {
        Map<String, Object> settings =
                Map.of("session.answer-timeout", "100ms", "session.reconnect-delay-max", "20ms");
        EveryNthTicker strategy = new EveryNthTicker(1);
        try (FastVenue venue = new FastVenue(new FillingVenue(true))) {
            venue.answersNothingBut(unfinished());
            try (EngineRig rig = rig(venue, topology, strategy, settings)) {
                FastVenue.await(() -> venue.connections() >= 2);
                long before = directBytes();
                int known = venue.connections();
                FastVenue.await(() -> venue.connections() >= known + GIVEN_UP);
                long grown = directBytes() - before;
                // What is kept from connection to connection may come with the first of them.
                assertTrue(grown <= GIVEN_UP / 4 * FRAME_BYTES_MAX, () -> grown + " bytes");

                venue.answersNothingBut(null);
                trade(venue, rig);
            }
        }
    }

    /** A connection may be given up here, too: an answer that is late by a little is too late. */
    private static void trade(FastVenue venue, EngineRig rig) {
        while (rig.count(Counter.FILLS) == 0) {
            rig.awaitLive();
            int current = venue.connections();
            try {
                venue.say(FastVenue.TICKER);
                FastVenue.await(
                        () -> rig.count(Counter.FILLS) > 0 || venue.connections() > current);
            } catch (IOException e) {
                // The connection was given up, and there will be another.
            }
        }
    }

    /** All of a frame of the most bytes allowed but the last. */
    private static byte[] unfinished() {
        byte[] frame = FastVenue.frame("[17,\"" + "x".repeat(FRAME_BYTES_MAX - 7) + "\"]");
        return Arrays.copyOf(frame, frame.length - 1);
    }

    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "one-thread, yielding",
        "split, yielding",
        "one-thread, blocking",
        "split, blocking"
    })
    void shouldRefuseOrKeepOrdersWhenTheVenueStopsReading(String topology, String idle)
            throws IOException {
        EveryNthTicker strategy = new EveryNthTicker(1);
        PausingVenue pausing = new PausingVenue();
        Map<String, Object> settings =
                Map.of(
                        "loop.idle",
                        idle,
                        "transport.outbound-bytes-max",
                        65_536,
                        "session.answer-timeout",
                        "1h"); // however long it takes to fill what is between the two
        FastVenue venue = new FastVenue(pausing);
        venue.limitReceiveBuffer();
        try (venue;
                EngineRig rig = rig(venue, topology, strategy, settings)) {
            rig.awaitLive();

            String[] tickers = new String[TICKERS_AT_ONCE];
            Arrays.fill(tickers, FastVenue.TICKER);
            int sent = 0;
            while (strategy.refused() < 1_000) {
                venue.say(tickers);
                sent += TICKERS_AT_ONCE;
                int ticks = sent;
                // No ticker waits for the socket.
                FastVenue.await(() -> rig.engine.ticks(0) == ticks);
            }
            assertTrue(rig.engine.isLive());
            assertEquals(strategy.accepted(), rig.engine.openOrders());

            pausing.goOn();
            FastVenue.await(() -> rig.engine.openOrders() == 0);
            assertEquals(strategy.accepted(), pausing.orders());
            assertEquals(strategy.accepted(), rig.count(Counter.FILLS));
            assertEquals(1, venue.connections());
        }
    }

    private EngineRig rig(
            FastVenue venue, String topology, EveryNthTicker strategy, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("loop.topology", topology);
        settings.put("transport.frame-bytes-max", FRAME_BYTES_MAX);
        settings.put("trading.orders-per-second-max", "off");
        settings.put("trading.open-orders-max", "off");
        settings.putAll(more);
        return new EngineRig(venue.url("ws"), state, settings, strategy);
    }
}
