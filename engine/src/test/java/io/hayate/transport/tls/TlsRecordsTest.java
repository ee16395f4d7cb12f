package io.hayate.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsRecordsTest {
    private static final String TLS_12 = "TLSv1.2";
    private static final String TLS_13 = "TLSv1.3";

    @TempDir static Path folder;

    private static TlsPair.Ends ends;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable());
        ends = TlsPair.Ends.of(new TestCertificate(folder, "localhost", "dns:localhost"));
    }

    private static TlsPair pair(String protocol) {
        return ends.pair(protocol);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_12, TLS_13})
    void shouldSealAndOpenWhatIsSaid(String protocol) throws Exception {
        try (TlsPair pair = pair(protocol).open()) {
            for (int length : new int[] {1, 150, 16_384, 16_385, 100_000}) {
                String text = "0123456789".repeat(length / 10 + 1).substring(0, length);

                assertEquals(text, pair.serverHear(pair.say(text)));
                assertEquals(text, pair.hear(pair.serverSay(text)).heard());
            }
            assertEquals(1 + 1 + 1 + 2 + 7, pair.records.sealedCount());
            assertFalse(pair.records.hasEnded());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_12, TLS_13})
    void shouldOpenWhatCameWithTheHandshakeWhereverItIsCut(String protocol) throws Exception {
        int cut = 0;
        boolean isWhole = false;
        while (!isWhole) {
            try (TlsPair pair = pair(protocol)) {
                byte[] last = pair.shakeHands();
                byte[] all = TlsPair.join(last, pair.serverSay("first,"), pair.serverSay("second"));
                int length = Math.min(last.length + cut, all.length);
                isWhole = length == all.length;

                pair.hearByHandler(Arrays.copyOf(all, length));
                pair.takeOver(false).hear(Arrays.copyOfRange(all, length, all.length));

                assertEquals("first,second", pair.heard(), "cut at " + cut);
            }
            cut++;
        }
        assertTrue(cut > 50, "cut " + cut + " times");
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_12, TLS_13})
    void shouldOpenRecordsWhereverReadsCutThem(String protocol) throws Exception {
        try (TlsPair pair = pair(protocol).open()) {
            for (int size = 1; size < 200; size++) {
                byte[] all = TlsPair.join(pair.serverSay("one,"), pair.serverSay("two" + size));
                for (int from = 0; from < all.length; from += size) {
                    pair.hear(Arrays.copyOfRange(all, from, Math.min(from + size, all.length)));
                }

                assertEquals("one,two" + size, pair.heard());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void shouldGoOnWithNewKeysWhenTheVenueAsksForThem(int times) throws Exception {
        try (TlsPair pair = pair(TLS_13).open()) {
            for (int i = 0; i < times; i++) {
                pair.server.beginHandshake(); // an update of keys, to be answered

                assertEquals("in" + i, pair.hear(pair.serverSay("in" + i)).heard());
                byte[] answer = pair.say("out" + i);
                assertEquals("out" + i, pair.serverHear(answer));
            }
            assertFalse(pair.records.hasEnded());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_12})
    void shouldRefuseToShakeHandsAgain(String protocol) throws Exception {
        try (TlsPair pair = pair(protocol).open()) {
            pair.server.beginHandshake();

            pair.hear(pair.serverSay("")); // a request for a hello

            assertTrue(pair.records.failure().contains("RENEGOTIATION"), pair.records.failure());
            assertNull(pair.say("more"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_12, TLS_13})
    void shouldEndBehindTheTextBeforeGoodbye(String protocol) throws Exception {
        try (TlsPair pair = pair(protocol).open()) {
            byte[] text = pair.serverSay("last");
            pair.server.closeOutbound();

            pair.hear(TlsPair.join(text, pair.serverSay("")));

            assertEquals("last", pair.heard());
            assertTrue(pair.records.hasEnded());
            assertNull(pair.records.failure());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_12, TLS_13})
    void shouldSayGoodbyeThatTheVenueUnderstands(String protocol) throws Exception {
        try (TlsPair pair = pair(protocol).open()) {
            assertEquals("text", pair.serverHear(pair.say("text")));

            pair.serverHear(pair.sayGoodbye());

            assertTrue(pair.server.isInboundDone());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_12, TLS_13})
    void shouldGiveTheTextBeforeARecordThatIsBrokenAnywhere(String protocol) throws Exception {
        int length = 1;
        for (int at = 0; at < length; at++) {
            try (TlsPair pair = pair(protocol).open()) {
                byte[] good = pair.serverSay("good");
                byte[] broken = pair.serverSay("broken");
                length = broken.length;
                broken[at] ^= 0x55;

                pair.hear(TlsPair.join(good, broken, new byte[20_000]));

                assertEquals("good", pair.heard());
                assertNotNull(pair.records.failure(), "byte " + at);
                assertNull(pair.say("more"));
                assertTrue(pair.sayGoodbye().length > 0, "an alert");
                // The queue of errors is the thread's: what is made next must not find one.
                assertNotNull(SslContextBuilder.forClient().build());
            }
        }
        assertTrue(length > 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_12, TLS_13})
    void shouldTellAnAlertOfTheVenue(String protocol) throws Exception {
        try (TlsPair pair = pair(protocol).open()) {
            byte[] broken = pair.say("text");
            broken[broken.length - 1] ^= 0x55;
            assertThrows(SSLException.class, () -> pair.serverHear(broken));

            pair.hear(pair.serverSay(""));

            assertNotNull(pair.records.failure());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_12, TLS_13})
    void shouldFailAtTextWithoutTls(String protocol) throws Exception {
        try (TlsPair pair = pair(protocol).open()) {
            pair.hear("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertEquals("", pair.heard());
            assertNotNull(pair.records.failure());
        }
    }
}
