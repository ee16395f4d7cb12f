package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Connections come and go; what BoringSSL kept for them goes with them. Of so many that it can be told from what else
 * happens in a process, resident memory is level, too.
 */
class TlsRecordsFreeingTest {
    private static final int CONNECTIONS = Integer.getInteger("hayate.test.connections", 300);
    private static final int FIRST = CONNECTIONS / 3;
    private static final int MANY = 10_000;
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Of a connection, at most: one that is not freed keeps some 30 KB. */
    private static final long BYTES_PER_CONNECTION_MAX = 8 * 1_024;

    private static final long BYTES_OF_OTHERS_MAX = 16L << 20;

    @TempDir private Path folder;

    private static long residentBytes() throws IOException {
        System.gc();
        return Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.replaceAll("[^0-9]", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow()
                * 1_024;
    }

    @Test
    void shouldFreeWhatEachConnectionHadWhenItEnds() throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable());
        TlsPair.Ends ends =
                TlsPair.Ends.of(new TestCertificate(folder, "localhost", "dns:localhost"));
        comeAndGo(ends, FIRST);
        boolean isMeasured = CONNECTIONS >= MANY && Files.isReadable(STATUS);
        long before = isMeasured ? residentBytes() : 0;

        comeAndGo(ends, CONNECTIONS - FIRST);

        long more = isMeasured ? residentBytes() - before : 0;
        long most = BYTES_OF_OTHERS_MAX + (CONNECTIONS - FIRST) * BYTES_PER_CONNECTION_MAX;
        assertTrue(more < most, more + " B more after " + (CONNECTIONS - FIRST));
    }

    private static void comeAndGo(TlsPair.Ends ends, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            TlsPair pair = ends.pair(i % 2 == 0 ? "TLSv1.3" : "TLSv1.2").open();
            assertEquals("text", pair.serverHear(pair.say("text")));
            assertFalse(pair.isFreed());
            pair.close();
            pair.records.free(); // once is enough
            assertTrue(pair.isFreed());
        }
    }
}
