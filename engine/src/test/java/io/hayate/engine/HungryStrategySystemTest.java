package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strategy that takes all the memory of its process. */
@Timeout(120)
class HungryStrategySystemTest {
    @TempDir private Path folder;

    /** Its order is canceled, and what else there is ends in time. */
    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldCancelItsOrderAndEnd(String topology) throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(VenueConfig.DEFAULTS)) {
            Process process =
                    new StrategyProcess(folder, venue, "loop.topology = " + topology)
                            .start(
                                    "-Xmx80m",
                                    HungryStrategy.class,
                                    "--no-console",
                                    "--duration",
                                    "5s");
            try {
                assertTrue(process.waitFor(100, TimeUnit.SECONDS));
            } finally {
                process.destroyForcibly().waitFor();
            }
            String output = StrategyProcess.output(folder);
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
