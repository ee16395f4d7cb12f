package io.hayate.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a venue sends behind the handshake of TLS 1.3, so that a later one may be shorter. It comes in records like those
 * of texts, and mostly after the records are ours.
 */
class TlsTicketsTest {
    private static final String TLS_13 = "TLSv1.3";
    private static final int APPLICATION_DATA = 23;
    private static final int HEAD_BYTES = 5;

    @TempDir static Path folder;

    private static TestCertificate certificate;
    private static TlsPair.Ends ends;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable());
        certificate = new TestCertificate(folder, "localhost", "dns:localhost");
        ends = TlsPair.Ends.of(certificate);
    }

    /** Lengths of the records that are whole; all must look as those of a text do. */
    private static List<Integer> records(byte[] bytes) {
        List<Integer> lengths = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            assertEquals(APPLICATION_DATA, bytes[at]);
            int length = ((bytes[at + 3] & 0xFF) << 8) | (bytes[at + 4] & 0xFF);
            lengths.add(length);
            at += HEAD_BYTES + length;
        }
        return lengths;
    }

    /** Ends of which the server sends its tickets in a record of their own, or in one before its first text. */
    private static TlsPair pair(String server) throws Exception {
        return server.equals("JDK") ? ends.pair(TLS_13) : ends.pair(boringSsl(), TLS_13);
    }

    private static SSLEngine boringSsl() throws Exception {
        SslContext context =
                SslContextBuilder.forServer(certificate.keys())
                        .sslProvider(SslProvider.OPENSSL)
                        .build();
        return context.newEngine(ByteBufAllocator.DEFAULT);
    }

    /** Takes over before any ticket was heard, and returns them all, with this text behind them. */
    private static byte[] ticketsAnd(String text, TlsPair pair) throws Exception {
        byte[] said = pair.shakeHands();
        if (!pair.isHandshakeDone()) {
            pair.hearByHandler(said);
            said = pair.converse(pair.sent());
        }
        pair.takeOver(false);
        return TlsPair.join(said, pair.serverSay(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JDK", "BoringSSL"})
    void shouldOpenTicketsAsRecordsWithoutText(String server) throws Exception {
        try (TlsPair pair = pair(server)) {
            byte[] all = ticketsAnd("text", pair);
            List<Integer> records = records(all);
            int tickets = all.length - HEAD_BYTES - records.get(records.size() - 1);

            assertEquals(2, records.size());
            assertTrue(records.get(0) > 100, records::toString);
            assertEquals("", pair.hear(Arrays.copyOf(all, tickets)).heard());
            assertFalse(pair.records.hasEnded());

            assertEquals("text", pair.hear(Arrays.copyOfRange(all, tickets, all.length)).heard());
            assertEquals("answer", pair.serverHear(pair.say("answer")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JDK", "BoringSSL"})
    void shouldOpenTicketsWhereverReadsCutThem(String server) throws Exception {
        try (TlsPair pair = pair(server)) {
            byte[] all = ticketsAnd("text", pair);
            for (byte each : all) {
                assertEquals("", pair.heard());
                pair.hear(new byte[] {each});
            }

            assertEquals("text", pair.heard());
        }
    }

    /** Netty would make a session of it, on the loop; without sessions BoringSSL does not tell it. */
    @ParameterizedTest
    @ValueSource(strings = {"JDK", "BoringSSL"})
    void shouldAllocateNothingForATicket(String server) throws Exception {
        for (int i = 0; i < 2; i++) { // the first loads classes, were there any to load
            try (TlsPair pair = pair(server)) {
                byte[] all = ticketsAnd("text", pair);
                pair.in.putBytes(0, all);
                long in = pair.in.addressOffset();
                long out = pair.out.addressOffset();
                int room = all.length + TlsRecords.OPEN_ROOM_BYTES;

                long before = Allocations.onThisThread();
                int count = pair.records.open(in, all.length, out, room);
                long allocated = Allocations.onThisThread() - before;

                assertEquals("text", pair.out.getStringWithoutLengthAscii(0, count));
                assertEquals(0, allocated);
            }
        }
    }
}
