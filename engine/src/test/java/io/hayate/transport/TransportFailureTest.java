package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.tls.TlsKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportFailureTest {
    @ParameterizedTest
    @CsvSource({
        "408, Request Timeout, HANDSHAKE_BUSY",
        "429, Too Many Requests, HANDSHAKE_BUSY",
        "503, Service Unavailable, HANDSHAKE_BUSY",
        "400, Bad Request, HANDSHAKE_REFUSED",
        "401, Unauthorized, HANDSHAKE_REFUSED",
        "301, Moved Permanently, HANDSHAKE_REFUSED",
        "200, OK, HANDSHAKE_REFUSED",
        "500, '', HANDSHAKE_REFUSED"
    })
    void shouldTellTheStatusWhenTheUpgradeIsRefused(
            String code, String phrase, DisconnectCause cause) throws Exception {
        String answer = "HTTP/1.1 " + code + " " + phrase + "\r\nContent-Length: 2\r\n\r\nno";
        try (RawVenue venue = answering(answer);
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expectEnd(
                    cause,
                    ("the venue answered the upgrade with HTTP " + code + " " + phrase).strip());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "\0\1\2\3",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"
            })
    void shouldRefuseAnAnswerThatIsNoUpgrade(String answer) throws Exception {
        try (RawVenue venue = answering(answer);
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expectEnd(DisconnectCause.HANDSHAKE_REFUSED, "answer", "the upgrade");
        }
    }

    @Test
    void shouldRefuseAnAcceptanceOfAnotherKey() throws Exception {
        try (RawVenue venue = answering(RawVenue.Peer.acceptance("dGhlIHNhbXBsZSBub25jZQ=="));
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expectEnd(DisconnectCause.HANDSHAKE_REFUSED, "wrong Sec-WebSocket-Accept");
        }
    }

    @Test
    void shouldRefuseAnExtensionThatWasNotOffered() throws Exception {
        RawVenue.Script script =
                peer -> {
                    String acceptance = RawVenue.Peer.acceptance(RawVenue.Peer.key(peer.request()));
                    String extension = "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n";
                    peer.send(acceptance.strip() + extension);
                    peer.expectEnd();
                };
        try (RawVenue venue = new RawVenue(script);
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expectEnd(DisconnectCause.HANDSHAKE_REFUSED, "permessage-deflate");
        }
    }

    @Test
    void shouldRefuseAnAnswerWithoutEnd() throws Exception {
        try (RawVenue venue =
                        answering("HTTP/1.1 101 Switching\r\nX: " + "x".repeat(20_000) + "\r\n");
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expectEnd(DisconnectCause.HANDSHAKE_REFUSED, "over 16384 bytes");
        }
    }

    private static RawVenue answering(String answer) throws IOException {
        return new RawVenue(
                peer -> {
                    peer.request();
                    peer.send(answer);
                    peer.expectEnd();
                });
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldTellWhenTheVenueClosesInTheHandshake(IoKind io) throws Exception {
        try (RawVenue venue = new RawVenue(RawVenue.Peer::request);
                TransportRig rig = TransportRig.to(io, venue).connect()) {
            rig.expectEnd(DisconnectCause.HANDSHAKE_REFUSED, "closed", "answer to the upgrade");
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldTellAResetAsALoss(IoKind io) throws Exception {
        RawVenue.Script script =
                peer -> {
                    peer.upgrade().expectText("sent");
                    peer.socket.setSoLinger(true, 0);
                };
        try (RawVenue venue = new RawVenue(script);
                TransportRig rig = TransportRig.to(io, venue).connect()) {
            rig.expect("connected");
            assertTrue(rig.sendText("sent"));

            rig.expectEnd(DisconnectCause.LOST, "the connection was reset");
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldTellARefusedConnection(IoKind io) throws Exception {
        try (Socket deaf = deaf();
                TransportRig rig = new TransportRig(io, "ws://127.0.0.1:" + deaf.getLocalPort())) {
            String peer = "127.0.0.1:" + deaf.getLocalPort();
            rig.connect().expectEnd(DisconnectCause.REFUSED, peer, "refused");
            rig.connect().expectEnd(DisconnectCause.REFUSED, peer, "refused");
        }
    }

    /** Holds a port of every address, so that nobody else takes it, and does not listen. */
    private static Socket deaf() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(0));
        return socket;
    }

    @Test
    void shouldTellAHostThatIsUnknown() throws Exception {
        try (TransportRig rig = new TransportRig(IoKind.AUTO, "wss://no-such-host.invalid/ws/2")) {
            rig.connect().expectEnd(DisconnectCause.UNRESOLVED, "no-such-host.invalid");
        }
    }

    @Test
    void shouldTryTheNextAddressWhenTheFirstRefuses() throws Exception {
        InetAddress[] addresses = {loopback(2), loopback(1)};
        try (RawVenue venue = new RawVenue(RawVenue.Peer::upgrade);
                TransportRig rig =
                        new TransportRig("ws://h:" + venue.port(), 30_000, host -> addresses)) {
            rig.connect().expect("connected");
            venue.finish();
        }
    }

    @Test
    void shouldNameTheHostWhenNoAddressAnswers() throws Exception {
        InetAddress[] addresses = {loopback(2), loopback(3)};
        try (Socket deaf = deaf();
                TransportRig rig =
                        new TransportRig(
                                "ws://h:" + deaf.getLocalPort(), 30_000, host -> addresses)) {
            rig.connect().expectEnd(DisconnectCause.REFUSED, "h (127.0.0.3:", "refused");
        }
    }

    @Test
    void shouldTimeOutWhileALookUpHangsAndTakeItsLateAnswerForNothing() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        try (RawVenue venue = new RawVenue(RawVenue.Peer::upgrade);
                TransportRig rig =
                        new TransportRig(
                                "ws://h:" + venue.port(),
                                200,
                                host -> {
                                    awaitQuietly(answered);
                                    return new InetAddress[] {loopback(1)};
                                })) {
            rig.connect().pass(200);
            rig.expectEnd(DisconnectCause.TIMED_OUT, "within 200 ms: still connecting");
            rig.connect();
            answered.countDown();

            rig.expect("connected");
            venue.finish();
        }
    }

    private static InetAddress loopback(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws", "wss"})
    void shouldTimeOutWhenTheVenueSaysNothing(String scheme) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        RawVenue.Script mute =
                peer -> {
                    assertTrue(peer.in.read() >= 0);
                    asked.countDown();
                    peer.fallSilent();
                };
        try (RawVenue venue = new RawVenue(mute);
                TransportRig rig =
                        new TransportRig(
                                IoKind.AUTO,
                                scheme + "://127.0.0.1:" + venue.port(),
                                TlsKind.AUTO,
                                null,
                                300,
                                1_000)) {
            rig.connect();
            awaitQuietly(asked);
            rig.pass(300);
            rig.expectEnd(DisconnectCause.TIMED_OUT, "within 300 ms", "waiting for");
            venue.finish();
        }
    }
}
