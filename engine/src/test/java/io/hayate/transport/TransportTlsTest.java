package io.hayate.transport;

import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.tls.TestCertificate;
import io.hayate.transport.tls.TlsKind;
import io.hayate.transport.websocket.ServerFrames;
import io.netty.handler.ssl.OpenSsl;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransportTlsTest {
    @TempDir static Path folder;

    private static TestCertificate ofLocalhost;
    private static TestCertificate ofAnother;
    private static TestCertificate ofAll;

    @BeforeAll
    static void makeCertificates() throws Exception {
        ofLocalhost = new TestCertificate(folder, "localhost", "dns:localhost,ip:127.0.0.1");
        String names = "dns:localhost,ip:127.0.0.1,dns:venue.example,dns:xn--bcher-kva.example";
        ofAll = new TestCertificate(folder, "all", names);
        ofAnother = new TestCertificate(folder, "another", "dns:another.example");
    }

    @ParameterizedTest
    @CsvSource({
        "BORINGSSL, EPOLL, localhost",
        "BORINGSSL, AUTO, localhost",
        "BORINGSSL, NIO, 127.0.0.1",
        "HANDLER, EPOLL, localhost",
        "HANDLER, AUTO, 127.0.0.1",
        "JDK, EPOLL, 127.0.0.1",
        "JDK, NIO, localhost",
        "AUTO, AUTO, localhost"
    })
    void shouldExchangeTextsWhenTheCertificateIsTrusted(TlsKind tls, IoKind io, String host)
            throws Exception {
        assumeAvailable(tls);
        String large = "0123456789".repeat(200_000);
        RawVenue.Script script =
                peer -> {
                    peer.upgrade().send(join(text("a"), text(large)));
                    peer.send(text("b"));
                    peer.expectText("[0]");
                    peer.send(ServerFrames.close(1000, ""));
                    peer.expectClose(1000);
                };
        try (RawVenue venue = new RawVenue(ofLocalhost.serverSockets(), script);
                TransportRig rig = rig(io, tls, host, venue, ofLocalhost.pem())) {
            rig.connect().expect("connected");
            rig.expect("text a");
            rig.expect("text " + large);
            rig.expect("text b");
            assertTrue(rig.sendText("[0]"));
            rig.expectEnd(DisconnectCause.CLOSED_BY_VENUE, "1000");
            venue.finish();
        }
    }

    /** Frames of many records, in fragments and whole, and as many out as may wait while the venue reads nothing. */
    @ParameterizedTest
    @CsvSource({"EPOLL, TLSv1.2", "EPOLL, TLSv1.3", "AUTO, TLSv1.2", "AUTO, TLSv1.3"})
    void shouldExchangeMegabytesOverManyRecords(IoKind io, String protocol) throws Exception {
        assumeAvailable(TlsKind.BORINGSSL);
        String whole = "0123456789".repeat(800_000);
        String half = whole.substring(0, whole.length() / 2);
        String order = "abcdefghij".repeat(6_000);
        CountDownLatch isFull = new CountDownLatch(1);
        AtomicInteger taken = new AtomicInteger();
        RawVenue.Script script =
                peer -> {
                    ((SSLSocket) peer.socket).setEnabledProtocols(new String[] {protocol});
                    peer.upgrade().send(text(whole));
                    peer.send(ServerFrames.frame(0x01, half.getBytes(StandardCharsets.US_ASCII)));
                    peer.send(ServerFrames.frame(0x80, half.getBytes(StandardCharsets.US_ASCII)));
                    awaitUninterruptibly(isFull);
                    for (int i = 0; i < taken.get(); i++) {
                        peer.expectText(order + i);
                    }
                    peer.send(text("after"));
                };
        try (RawVenue venue = new RawVenue(ofLocalhost.serverSockets(), script);
                TransportRig rig =
                        rig(io, TlsKind.BORINGSSL, "localhost", venue, ofLocalhost.pem())) {
            rig.connect().expect("connected");
            rig.expect("text " + whole);
            rig.expect("text " + whole);
            while (rig.sendText(order + taken.get())) {
                taken.incrementAndGet();
            }
            isFull.countDown();
            rig.expect("text after");
            venue.finish();
            assertTrue(taken.get() > 3, taken + " were taken");
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    @ParameterizedTest
    @EnumSource(TlsKind.class)
    void shouldRefuseACertificateThatNobodyVouchesFor(TlsKind tls) throws Exception {
        assumeAvailable(tls);
        try (RawVenue venue = new RawVenue(ofLocalhost.serverSockets(), RawVenue.Peer::upgrade);
                TransportRig rig = rig(IoKind.AUTO, tls, "localhost", venue, null)) {
            rig.connect()
                    .expectEnd(
                            DisconnectCause.TLS_FAILED,
                            "the certificate of localhost:" + venue.port() + " was not accepted",
                            "unable to find valid certification path");
        }
    }

    @ParameterizedTest
    @CsvSource({"BORINGSSL, localhost", "JDK, localhost", "BORINGSSL, 127.0.0.1", "JDK, 127.0.0.1"})
    void shouldRefuseACertificateOfAnotherName(TlsKind tls, String host) throws Exception {
        assumeAvailable(tls);
        try (RawVenue venue = new RawVenue(ofAnother.serverSockets(), RawVenue.Peer::upgrade);
                TransportRig rig = rig(IoKind.AUTO, tls, host, venue, ofAnother.pem())) {
            rig.connect()
                    .expectEnd(DisconnectCause.TLS_FAILED, "certificate", "not accepted", host);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BORINGSSL, venue.example, venue.example",
        "JDK, venue.example, venue.example",
        "BORINGSSL, Venue.Example., venue.example",
        "JDK, Venue.Example., venue.example",
        "BORINGSSL, bücher.example, xn--bcher-kva.example",
        "JDK, bücher.example, xn--bcher-kva.example",
        "BORINGSSL, localhost, localhost",
        "JDK, localhost, localhost",
        "BORINGSSL, 127.0.0.1, ''",
        "JDK, 127.0.0.1, ''"
    })
    void shouldTellTheVenueTheNameItIsAskedAs(TlsKind tls, String host, String name)
            throws Exception {
        assumeAvailable(tls);
        InetAddress[] address = {InetAddress.getLoopbackAddress()};
        RawVenue.Script script =
                peer -> {
                    List<String> request = peer.request();
                    peer.send(RawVenue.Peer.acceptance(RawVenue.Peer.key(request)));
                    SSLSession session = ((SSLSocket) peer.socket).getSession();
                    peer.send(text(nameIn((ExtendedSSLSession) session)));
                    peer.send(text(request.get(1)));
                };
        try (RawVenue venue = new RawVenue(ofAll.serverSockets(), script);
                TransportRig rig =
                        new TransportRig(
                                "wss://" + host + ":" + venue.port(),
                                ofAll.pem(),
                                tls,
                                asked -> address)) {
            rig.connect().expect("connected");
            rig.expect("text " + name);
            String sent = name.isEmpty() ? host : name;
            rig.expect("text Host: " + sent + ":" + venue.port());
            venue.finish();
        }
    }

    private static String nameIn(ExtendedSSLSession session) {
        return session.getRequestedServerNames().stream()
                .map(name -> new String(name.getEncoded(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @EnumSource(TlsKind.class)
    void shouldSpeakNothingBelowTls12(TlsKind tls) throws Exception {
        assumeAvailable(tls);
        try (RawVenue venue = speaking("TLSv1.2");
                TransportRig rig = rig(IoKind.AUTO, tls, "localhost", venue, ofLocalhost.pem())) {
            rig.connect().expect("connected");
            rig.expect("text TLSv1.2");
        }
    }

    private static RawVenue speaking(String protocol) throws Exception {
        return new RawVenue(
                ofLocalhost.serverSockets(),
                peer -> {
                    SSLSocket socket = (SSLSocket) peer.socket;
                    socket.setEnabledProtocols(new String[] {protocol});
                    peer.upgrade().send(text(socket.getSession().getProtocol()));
                });
    }

    @ParameterizedTest
    @EnumSource(TlsKind.class)
    void shouldTellAVenueThatDoesNotSpeakTls(TlsKind tls) throws Exception {
        assumeAvailable(tls);
        RawVenue.Script plain =
                peer -> {
                    peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
                    peer.fallSilent();
                };
        try (RawVenue venue = new RawVenue(plain);
                TransportRig rig = rig(IoKind.AUTO, tls, "localhost", venue, null)) {
            rig.connect().expectEnd(DisconnectCause.TLS_FAILED, "does not speak TLS");
        }
    }

    @ParameterizedTest
    @EnumSource(TlsKind.class)
    void shouldTellAVenueThatClosesInTheTlsHandshake(TlsKind tls) throws Exception {
        assumeAvailable(tls);
        try (RawVenue venue = new RawVenue(peer -> assertEquals(22, peer.in.read()));
                TransportRig rig = rig(IoKind.AUTO, tls, "localhost", venue, null)) {
            rig.connect().expectEnd(DisconnectCause.HANDSHAKE_REFUSED, "waiting for TLS");
        }
    }

    @Test
    void shouldLoseNothingWhenMessagesAreDeclinedUnderTls() throws Exception {
        int count = 20_000;
        try (RawVenue venue = new RawVenue(ofLocalhost.serverSockets(), counting(count));
                TransportRig rig =
                        rig(IoKind.AUTO, TlsKind.AUTO, "localhost", venue, ofLocalhost.pem())) {
            rig.run(() -> rig.room = 10);
            rig.connect().expect("connected");
            for (int i = 0; i < count; i++) {
                rig.expect("text " + i);
                if (i % 1_000 == 9) {
                    rig.run(
                            () -> {
                                rig.room = 1_000;
                                rig.transport.resume();
                            });
                }
            }
            venue.finish();
        }
    }

    private static RawVenue.Script counting(int count) {
        return peer -> {
            peer.upgrade();
            for (int i = 0; i < count; i++) {
                peer.send(text(Integer.toString(i)));
            }
        };
    }

    private static void assumeAvailable(TlsKind tls) {
        Assumptions.assumeTrue(tls == TlsKind.JDK || tls == TlsKind.AUTO || OpenSsl.isAvailable());
    }

    private static TransportRig rig(
            IoKind io, TlsKind tls, String host, RawVenue venue, Path trustFile) {
        String url = "wss://" + host + ":" + venue.port() + "/ws/2";
        return new TransportRig(io, url, tls, trustFile, 30_000, TransportRig.FRAME_BYTES_MAX);
    }
}
