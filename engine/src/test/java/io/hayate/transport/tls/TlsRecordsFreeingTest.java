package io.hayate.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.OpenSsl;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Connections come and go; what BoringSSL kept for them goes with them. Each is asked for itself; and of many, where the
 * JDK passes on what the system's allocator has given out (25 does, 17 does not; glibc), that is level, too. BoringSSL
 * has no count of its own, and the resident memory of a process comes and goes by 100 MB.
 */
class TlsRecordsFreeingTest {
    private static final int CONNECTIONS = Integer.getInteger("hayate.test.connections", 300);
    private static final int MANY = 10_000;
    private static final int LOOKS = 5;

    /** Of a connection, at most: one that is not freed keeps some 30 KB. */
    private static final long BYTES_PER_CONNECTION_MAX = 1_024;

    private static final long BYTES_OF_OTHERS_MAX = 4L << 20;
    private static final Pattern SIZE = Pattern.compile("type=\"(\\w+)\"[^/]* size=\"(\\d+)\"");

    @TempDir private Path folder;

    /** Bytes that malloc has given out and not got back; blocks that are mapped each for itself do not count. */
    private static OptionalLong givenOut() {
        System.gc();
        try {
            String info =
                    (String)
                            ManagementFactory.getPlatformMBeanServer()
                                    .invoke(
                                            new ObjectName(
                                                    "com.sun.management:type=DiagnosticCommand"),
                                            "systemNativeHeapInfo",
                                            new Object[0],
                                            new String[0]);
            int total = info.lastIndexOf("</heap>");
            return total < 0 ? OptionalLong.empty() : OptionalLong.of(inUse(info.substring(total)));
        } catch (JMException e) {
            return OptionalLong.empty(); // an older JDK, or a C library that does not tell
        }
    }

    /** Of the sums behind those of each heap. */
    private static long inUse(String sums) {
        long bytes = 0;
        Matcher matcher = SIZE.matcher(sums);
        while (matcher.find()) {
            long size = Long.parseLong(matcher.group(2));
            switch (matcher.group(1)) {
                case "current" -> bytes += size;
                case "fast", "rest" -> bytes -= size;
                default -> {} // another view of the same
            }
        }
        return bytes;
    }

    @Test
    void shouldFreeWhatEachConnectionHadWhenItEnds() throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable());
        TlsPair.Ends ends =
                TlsPair.Ends.of(new TestCertificate(folder, "localhost", "dns:localhost"));
        comeAndGo(ends, CONNECTIONS / 3);
        if (CONNECTIONS < MANY) {
            return; // too few to be told from what else happens in a process
        }

        long before = leastGivenOut(ends);
        long more = leastGivenOut(ends) - before;

        long most = BYTES_OF_OTHERS_MAX + CONNECTIONS / 3 * BYTES_PER_CONNECTION_MAX;
        assertTrue(more < most, more + " B more after " + CONNECTIONS / 3);
    }

    /** The least while a third of the connections come and go, as the compiler of the JVM has some now and then. */
    private static long leastGivenOut(TlsPair.Ends ends) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            comeAndGo(ends, CONNECTIONS / 3 / LOOKS);
            least = Math.min(least, givenOut().orElse(0));
        }
        return least;
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
