package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.tls.RunCertificate;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The venue and the floor, over a real socket. */
class StampingVenueSystemTest {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(120);

    @TempDir private Path folder;

    private static List<StepResult> run(boolean sleeps, int symbols, String... steps)
            throws IOException {
        return run(sleeps, symbols, null, steps);
    }

    private static List<StepResult> run(
            boolean sleeps, int symbols, RunCertificate certificate, String... steps)
            throws IOException {
        SslContext tls = certificate == null ? null : StampingTls.context(certificate);
        Path trusted = certificate == null ? null : certificate.certificate();
        try (StampingVenue venue = new StampingVenue(0, sleeps, tls)) {
            CompletableFuture<Void> client =
                    CompletableFuture.runAsync(() -> serve(venue.port(), symbols, trusted));
            venue.awaitClient(symbols, TIMEOUT_NS);
            venue.settle();
            List<StepResult> results =
                    VenueProcess.run(venue, Stream.of(steps).map(Step::parse).toList());
            venue.sayGoodbye();
            client.join();
            return results;
        }
    }

    private static void serve(int port, int symbols, Path trusted) {
        try {
            new FloorClient(port, symbols, trusted).run();
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
    void shouldMissNothingOverTls() throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable());
        RunCertificate certificate = RunCertificate.make(folder);

        List<StepResult> results =
                run(
                        false,
                        3,
                        certificate,
                        "pp,secs=600,count=300,gap=5",
                        "pp,secs=600,count=100,burst=10",
                        "flood,secs=600,count=300");

        assertEquals(
                List.of(300L, 100L, 300L), results.stream().map(StepResult::triggers).toList());
        results.forEach(result -> assertTrue(result.isValid(), result.toString()));
        assertEquals("rw-------", mode(certificate.key()));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void shouldMissNothingWhenVenueSleeps() throws IOException {
        List<StepResult> results = run(true, 1, "pp,secs=600,count=100", "flood,secs=600,count=50");

        assertEquals(List.of(true, true), results.stream().map(StepResult::isValid).toList());
    }
}
