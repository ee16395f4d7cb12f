package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The venue and the floor, over a real socket. */
class StampingVenueSystemTest {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(120);

    private static List<StepResult> run(boolean sleeps, int symbols, String... steps)
            throws IOException {
        try (StampingVenue venue = new StampingVenue(0, sleeps)) {
            CompletableFuture<Void> client =
                    CompletableFuture.runAsync(() -> serve(venue.port(), symbols));
            venue.awaitClient(symbols, TIMEOUT_NS);
            venue.settle();
            List<StepResult> results =
                    VenueProcess.run(venue, Stream.of(steps).map(Step::parse).toList());
            venue.sayGoodbye();
            client.join();
            return results;
        }
    }

    private static void serve(int port, int symbols) {
        try {
            new FloorClient(port, symbols).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldMissNothingWhenFloorAnswersEveryKindOfStep() throws IOException {
        List<StepResult> results =
                run(
                        false,
                        3,
                        "pp,secs=600,count=300,gap=5",
                        "pp,secs=600,count=100,burst=10",
                        "rate,secs=600,rate=5000,burst=5,every=5,count=200,keep=50",
                        "flood,secs=600,count=300");

        assertEquals(
                List.of(300L, 100L, 200L, 300L),
                results.stream().map(StepResult::triggers).toList());
        for (StepResult result : results) {
            assertTrue(result.isValid(), result.toString());
            assertEquals(result.triggers(), result.latency().getTotalCount());
        }
        assertEquals(1_000, results.get(1).frames());
        assertEquals(50, results.get(2).first().size());
    }

    @Test
    void shouldMissNothingWhenVenueSleeps() throws IOException {
        List<StepResult> results = run(true, 1, "pp,secs=600,count=100", "flood,secs=600,count=50");

        assertEquals(List.of(true, true), results.stream().map(StepResult::isValid).toList());
    }
}
