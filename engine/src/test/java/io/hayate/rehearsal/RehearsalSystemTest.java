package io.hayate.rehearsal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineConfig;
import io.hayate.engine.TradingThreads;
import io.hayate.model.Clocks;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RehearsalSystemTest {
    private static final Clocks CLOCKS =
            new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE);

    @TempDir private Path home;

    private RunConfig config(String text) throws IOException {
        Path file = Files.writeString(home.resolve("test.conf"), text);
        Map<String, String> environment = Map.of("XDG_STATE_HOME", home.resolve("s").toString());
        return new ConfigLoader(environment, home, home).load(file, new Overrides());
    }

    private void rehearse(String text) throws Exception {
        RunConfig config = config(text);
        Rehearsal.run(config.engine(), config.warmUpMs(), CLOCKS, RehearsedStrategies.NONE);
    }

    /** What is written to the process's outputs meanwhile. */
    static String saidDuring(Executable deed) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream capture = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(capture);
        System.setErr(capture);
        try {
            assertDoesNotThrow(deed);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loop { warm-up = 600ms, topology = split }",
                "loop { warm-up = 600ms, topology = one-thread }",
                "loop { warm-up = 600ms }, subscriptions.tickers = [fUSD, tBTCUSD, \"tDOGE:USD\"]",
                "loop { warm-up = 600ms }, market.bulk-updates = true, subscriptions {"
                        + " channels = [\"book tBTTUSD P3 F1 250\", \"candles 1D fUSD:a30:p2:p30\","
                        + " \"book t1INCH:USD R0 100\", \"candles 1h tSHIB:JPY\"] }"
            })
    void shouldLeaveNothingBehind(String text) throws Exception {
        String said = saidDuring(() -> rehearse(text));

        assertEquals("", said);
        assertFalse(Files.exists(home.resolve("s")));
        TradingThreads.assertNoneLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1ms", "10ms", "40ms", "100ms"})
    void shouldEndWhereverItIsWhenItsTimeIsOver(String time) throws Exception {
        rehearse("loop.warm-up = " + time);

        TradingThreads.assertNoneLeft();
    }

    @Test
    void shouldTakeNoMoreTimeThanItIsGiven() throws Exception {
        AtomicLong timeNs = new AtomicLong();
        Clocks clocks =
                new Clocks(
                        () -> timeNs.addAndGet(TimeUnit.MILLISECONDS.toNanos(1)),
                        SystemEpochClock.INSTANCE);

        Rehearsal.run(config("").engine(), 300, 0, clocks);

        long looksMost = 300 + 5; // one more at each end of an act, and before the compiler
        assertTrue(timeNs.get() <= TimeUnit.MILLISECONDS.toNanos(looksMost), "" + timeNs);
        TradingThreads.assertNoneLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldHaveOrdersAnsweredInEachAct(String topology) throws Exception {
        AtomicLong timeNs = new AtomicLong();
        Clocks clocks =
                new Clocks(
                        () -> timeNs.addAndGet(TimeUnit.MICROSECONDS.toNanos(100)),
                        SystemEpochClock.INSTANCE);

        EngineConfig config = config("loop.topology = " + topology).engine();

        int answered = Rehearsal.run(config, 600, 0, clocks);
        assertTrue(answered >= 100, "" + answered);
    }

    @Test
    void shouldNotGoNearTheVenueOfTheSession() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(VenueConfig.DEFAULTS)) {
            rehearse(
                    "trading.enabled = true, loop.warm-up = 300ms, venue.url = \""
                            + venue.url()
                            + '"');

            assertEquals(0, venue.connectionsOpened());
            assertEquals(0, venue.ordersReceived());
        }
    }

    @Test
    void shouldDoNothingWhenItHasNoTime() throws Exception {
        AtomicLong looks = new AtomicLong();
        Clocks clocks = new Clocks(looks::incrementAndGet, looks::incrementAndGet);

        Rehearsal.run(config("").engine(), 0, clocks, RehearsedStrategies.NONE);

        assertEquals(0, looks.get());
        TradingThreads.assertNoneLeft();
    }

    @Test
    void shouldGiveUpInSilenceWhereItCannotListen() throws Exception {
        try (ServerSocket other =
                new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            AtomicLong looks = new AtomicLong();
            Clocks clocks = new Clocks(looks::incrementAndGet, SystemEpochClock.INSTANCE);

            Rehearsal.run(config("").engine(), 10_000, other.getLocalPort(), clocks);

            assertEquals(1, looks.get());
            TradingThreads.assertNoneLeft();
        }
    }
}
