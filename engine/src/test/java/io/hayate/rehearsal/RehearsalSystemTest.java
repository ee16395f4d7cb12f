package io.hayate.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hayate.engine.TradingThreads;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.sample.PrinterStrategy;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RehearsalSystemTest {
    @TempDir private Path home;

    private RunConfig config(String text) throws IOException {
        Path file = Files.writeString(home.resolve("test.conf"), text);
        Map<String, String> environment = Map.of("XDG_STATE_HOME", home.resolve("s").toString());
        return new ConfigLoader(environment, home, home).load(file, new Overrides());
    }

    private void rehearse(String text, Class<?> strategy) throws Exception {
        RunConfig config = config(text);
        Rehearsal.run(config.engine(), config.warmUpMs(), strategy);
    }

    /** What will run, and must not before its time. */
    private static final class Untouched implements Strategy {
        private static final AtomicBoolean TOUCHED = new AtomicBoolean();

        @SuppressWarnings("unused") // by reflection, if at all
        Untouched() {
            TOUCHED.set(true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loop { warm-up = 200ms, topology = split }",
                "loop { warm-up = 200ms, topology = one-thread }",
                "loop { warm-up = 200ms }, subscriptions.tickers = [fUSD, tBTCUSD, \"tDOGE:USD\"]"
            })
    void shouldLeaveNothingBehind(String text) throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream capture = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(capture);
        System.setErr(capture);
        try {
            rehearse(text, Untouched.class);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertEquals("", said.toString(StandardCharsets.UTF_8));
        assertFalse(Files.exists(home.resolve("s")));
        assertFalse(Untouched.TOUCHED.get());
        TradingThreads.assertNoneLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1ms", "10ms", "40ms", "100ms"})
    void shouldEndInTimeWhereverItIs(String time) throws Exception {
        rehearse("loop.warm-up = " + time, Untouched.class);

        TradingThreads.assertNoneLeft();
    }

    @Test
    void shouldNotGoNearTheVenueOfTheSession() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(VenueConfig.DEFAULTS)) {
            String settings = "trading.enabled = true, loop.warm-up = 300ms, venue.url = ";
            rehearse(settings + '"' + venue.url() + '"', Untouched.class);

            assertEquals(0, venue.connectionsOpened());
            assertEquals(0, venue.ordersReceived());
        }
    }

    @Test
    void shouldDoNothingWhenItHasNoTime() throws Exception {
        rehearse("loop.warm-up = 0s", PrinterStrategy.class);

        TradingThreads.assertNoneLeft();
    }
}
