package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.hayate.model.OrderStatus;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed with an order at the venue, and one that goes on with what it left. */
@Timeout(120)
class KilledEngineSystemTest {
    @TempDir private Path folder;

    private volatile Order recovered;

    private String killOnceAnOrderRests(SimulatedVenue venue) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-exports",
                                "java.base/jdk.internal.misc=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledTrader.class.getName(),
                                venue.url().toString(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            return await(process);
        } finally {
            process.destroyForcibly().waitFor(); // SIGKILL
        }
    }

    private static String await(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith(KilledTrader.RESTS)) {
            line = lines.readLine();
        }
        assertNotNull(line, "the process ended by itself");
        return line.substring(KilledTrader.RESTS.length());
    }

    @Test
    void shouldKnowTheOrderThatRestsAtTheVenueWhenTheProcessBeforeWasKilled() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(VenueConfig.DEFAULTS)) {
            String number = killOnceAnOrderRests(venue);
            Strategy strategy =
                    new Strategy() {
                        @Override
                        public void onRecovered(Order order) {
                            recovered = order;
                        }
                    };
            try (EngineRig rig =
                    new EngineRig(
                            venue.url(), folder, KilledTrader.settings(venue.url()), strategy)) {
                rig.await(
                        () -> recovered != null && recovered.status() == OrderStatus.ACTIVE,
                        () -> "the order is active");

                assertEquals(number, Long.toString(recovered.clientOrderId()));
                assertEquals(1, rig.engine.openOrders());
                assertEquals(KilledTrader.BOUGHT, rig.engine.positions().amount(0));
            }
        }
    }
}
