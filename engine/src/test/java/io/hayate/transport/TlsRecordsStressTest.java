package io.hayate.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.OpenSsl;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One thread seals and another opens, in the same SSL. Without the word between them it fails within some thousand
 * records, most often with the JVM.
 */
class TlsRecordsStressTest {
    private static final int RECORDS = Integer.getInteger("hayate.test.records", 100_000);
    private static final int PACKET_BYTES = 1 << 15;
    private static final long TIMEOUT_S = 300;
    private static final String TEXT =
            " [17,[97000,1.5,97001,2.5,-12,-0.0001,97000.5,1234,98000,96000]]";

    @TempDir static Path folder;

    private static TlsPair.Ends ends;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable());
        ends = TlsPair.Ends.of(new TestCertificate(folder, "localhost", "dns:localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldKeepEveryByteWhenOneThreadSealsAndAnotherOpens(String protocol) throws Exception {
        try (TlsPair pair = ends.pair(protocol).open(true)) {
            CompletableFuture<Void> sealing = run("seals", () -> seal(pair));

            for (int i = 0; i < RECORDS; i++) {
                open(pair, i + TEXT);
            }
            sealing.get(TIMEOUT_S, TimeUnit.SECONDS);

            assertNull(pair.records.failure());
            assertEquals(RECORDS, pair.records.sealedCount());
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    private static CompletableFuture<Void> run(String name, Task task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                task.run();
                                done.complete(null);
                            } catch (Exception | AssertionError e) {
                                done.completeExceptionally(e);
                            }
                        },
                        name);
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    /** The strategy's part: each record is opened by the server at once. */
    private static void seal(TlsPair pair) throws SSLException {
        UnsafeBuffer text = TlsPair.direct();
        UnsafeBuffer sealed = TlsPair.direct();
        ByteBuffer opened = ByteBuffer.allocate(PACKET_BYTES);
        for (int i = 0; i < RECORDS; i++) {
            String order = i + TEXT;
            int length = text.putStringWithoutLengthAscii(0, order);
            awaitUse(pair);
            int count =
                    pair.records.seal(
                            text.addressOffset(), length, sealed.addressOffset(), PACKET_BYTES);
            pair.records.endUse();
            assertTrue(count > length, "sealed " + count);
            ByteBuffer record = sealed.byteBuffer().duplicate().position(0).limit(count);
            opened.clear();
            pair.server.unwrap(record, opened);
            assertEquals(order, ISO_8859_1.decode(opened.flip()).toString());
        }
    }

    private static void awaitUse(TlsPair pair) {
        while (!pair.records.tryUse()) {
            Thread.onSpinWait();
        }
    }

    /** The loop's part. */
    private static void open(TlsPair pair, String ticker) throws SSLException {
        UnsafeBuffer in = pair.in;
        UnsafeBuffer out = pair.out;
        ByteBuffer record = in.byteBuffer().duplicate().clear();
        pair.server.wrap(ByteBuffer.wrap(ticker.getBytes(ISO_8859_1)), record);
        awaitUse(pair);
        int count =
                pair.records.open(
                        in.addressOffset(), record.position(), out.addressOffset(), PACKET_BYTES);
        pair.records.endUse();
        assertEquals(ticker, out.getStringWithoutLengthAscii(0, count));
    }
}
