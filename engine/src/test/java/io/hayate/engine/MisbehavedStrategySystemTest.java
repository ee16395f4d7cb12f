package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.MisbehavedStrategy.Manner;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process whose strategy misbehaves ends whoever ends it, and leaves no order at the venue. */
@Timeout(120)
class MisbehavedStrategySystemTest {
    private static final boolean ALL = Boolean.getBoolean("hayate.test.ends");

    @TempDir private Path folder;

    private String text() {
        return StrategyProcess.output(folder);
    }

    private static void await(Process process, BooleanSupplier reached) throws Exception {
        while (!reached.getAsBoolean()) {
            boolean isOver = process.waitFor(20, TimeUnit.MILLISECONDS);
            assertTrue(!isOver || reached.getAsBoolean(), "it ended by itself");
        }
    }

    private static void end(Process process, String how) throws IOException {
        switch (how) {
            case "quit" -> process.outputWriter().append("quit\n").close();
            case "SIGTERM" -> process.destroy();
            default -> process.destroyForcibly();
        }
    }

    /** Each takes ten seconds and more: of those that loop two, and all of them in the long checks. */
    static Stream<Arguments> ends() {
        List<Arguments> all = new ArrayList<>();
        for (Manner manner : Manner.values()) {
            for (String topology : List.of("one-thread", "split")) {
                for (String how : List.of("quit", "SIGTERM", "SIGKILL")) {
                    if (ALL || (manner == Manner.LOOPS && how.equals("SIGTERM"))) {
                        all.add(Arguments.of(manner, topology, how));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void shouldEndAndLeaveNoOrderAtTheVenue(Manner manner, String topology, String how)
            throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(VenueConfig.DEFAULTS)) {
            Process process =
                    new StrategyProcess(
                                    folder,
                                    venue,
                                    "loop.topology = " + topology,
                                    "venue.rest-url = \"http://"
                                            + venue.url().getRawAuthority()
                                            + "\"")
                            .start(
                                    "-Xmx160m",
                                    MisbehavedStrategy.class,
                                    "--param",
                                    "manner=" + manner);
            try {
                await(process, () -> text().contains(MisbehavedStrategy.BEGINS));
                assertEquals(1, venue.totals().accepted());
                end(process, how);
                assertTrue(process.waitFor(60, TimeUnit.SECONDS), this::text);
            } finally {
                process.destroyForcibly().waitFor();
            }
            long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (venue.totals().canceled() == 0 && System.nanoTime() - deadlineNs < 0) {
                Thread.onSpinWait();
            }
            assertEquals(1, venue.totals().canceled(), this::text);
            assertEquals(1, venue.totals().orders());
        }
    }
}
