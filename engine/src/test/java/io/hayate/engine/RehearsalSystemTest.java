package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hayate.strategy.sample.PrinterStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RehearsalSystemTest {
    @TempDir private Path home;

    private EngineConfig config(String text) throws IOException {
        Path file = Files.writeString(home.resolve("test.conf"), text);
        Map<String, String> environment = Map.of("XDG_STATE_HOME", home.resolve("s").toString());
        return new ConfigLoader(environment, home, home).load(file, new Overrides());
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
            Rehearsal.run(config(text), PrinterStrategy.class);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertEquals("", said.toString(StandardCharsets.UTF_8));
        assertFalse(Files.exists(home.resolve("s")));
        TradingThreads.assertNoneLeft();
    }

    @Test
    void shouldDoNothingWhenItHasNoTime() throws Exception {
        Rehearsal.run(config("loop.warm-up = 0s"), PrinterStrategy.class);

        TradingThreads.assertNoneLeft();
    }
}
