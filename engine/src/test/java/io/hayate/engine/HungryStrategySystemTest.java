package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.Hayate;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strategy that takes all the memory of its process. */
@Timeout(120)
class HungryStrategySystemTest {
    @TempDir private Path folder;

    private Process start(SimulatedVenue venue, String topology) throws Exception {
        Path config = folder.resolve("hungry.conf");
        Files.writeString(
                config,
                String.join(
                        "\n",
                        "loop.topology = " + topology,
                        "venue.url = \"" + venue.url() + "\"",
                        "state.dir = \"" + folder.resolve("state") + "\"",
                        "loop.warm-up = 0s"));
        ProcessBuilder process =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-exports",
                        "java.base/jdk.internal.misc=ALL-UNNAMED",
                        "-Xmx80m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hayate.class.getName(),
                        "run",
                        "--config",
                        config.toString(),
                        "--strategy",
                        HungryStrategy.class.getName(),
                        "--trade",
                        "--no-console",
                        "--duration",
                        "5s");
        process.environment().put("BFX_API_KEY", SimulatedVenue.DEMO_KEY);
        process.environment().put("BFX_API_SECRET", SimulatedVenue.DEMO_SECRET);
        process.redirectErrorStream(true);
        process.redirectOutput(folder.resolve("output").toFile());
        return process.start();
    }

    /** Its order is canceled, and what else there is ends in time. */
    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldCancelItsOrderAndEnd(String topology) throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(VenueConfig.DEFAULTS)) {
            Process process = start(venue, topology);
            try {
                assertTrue(process.waitFor(100, TimeUnit.SECONDS));
            } finally {
                process.destroyForcibly().waitFor();
            }
            List<String> lines =
                    Files.readAllLines(folder.resolve("output"), StandardCharsets.UTF_8);
            String output = String.join("\n", lines);
            boolean isEnded =
                    process.exitValue() == ExitCodes.OK
                            || process.exitValue() == ExitCodes.BROKEN_INVARIANT;
            assertTrue(isEnded, process.exitValue() + ": " + output);
            assertTrue(output.contains("failed in onTicker of BTCUSD; it is stopped"), output);
            assertTrue(output.contains("asked to cancel 1 of 1 open order"), output);
            assertTrue(output.contains("limit @ 78000: CANCELED, 0.01 not filled"), output);
            assertEquals(1, venue.totals().orders());
        }
    }
}
