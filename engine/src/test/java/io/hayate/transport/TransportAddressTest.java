package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.tls.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host with two addresses, 127.0.0.2 and 127.0.0.1, of which the first is of no use. */
class TransportAddressTest {
    private static final int TIMEOUT_MS = 30_000;
    private static final int SHARE_MS = TIMEOUT_MS / 2; // of the first address
    private static final int WAIT_S = 30;

    @TempDir static Path folder;

    private static TestCertificate certificate;

    private final List<RawVenue> opened = new ArrayList<>();

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = new TestCertificate(folder, "venue", "dns:venue.example");
    }

    private static InetAddress loopback(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private static InetAddress[] both(String host) throws UnknownHostException {
        return new InetAddress[] {loopback(2), loopback(1)};
    }

    /** The same port as the other's, at the first address. */
    private RawVenue at(RawVenue other, RawVenue.Script... scripts) throws IOException {
        return at(other, ServerSocketFactory.getDefault(), scripts);
    }

    private RawVenue at(RawVenue other, ServerSocketFactory sockets, RawVenue.Script... scripts)
            throws IOException {
        RawVenue first = new RawVenue(sockets, loopback(2), other.port(), scripts);
        opened.add(first);
        return first;
    }

    @AfterEach
    void tearDown() throws IOException {
        for (RawVenue venue : opened) {
            venue.close();
        }
    }

    private static TransportRig rig(RawVenue venue) {
        return new TransportRig(
                "ws://venue.example:" + venue.port(), TIMEOUT_MS, TransportAddressTest::both);
    }

    static Stream<Named<RawVenue.Script>> useless() {
        return Stream.of(
                Named.of("mute", RawVenue.Peer::fallSilent),
                Named.of("closing", peer -> {}),
                Named.of("resetting", peer -> peer.socket.setSoLinger(true, 0)),
                Named.of("closing after the request", RawVenue.Peer::request),
                Named.of("refusing", peer -> answer(peer, "HTTP/1.1 403 Forbidden\r\n\r\n")),
                Named.of("no HTTP", peer -> answer(peer, "SSH-2.0\r\n")),
                Named.of("half an answer", peer -> answer(peer, "HTTP/1.1 101 Swi")));
    }

    private static void answer(RawVenue.Peer peer, String answer) throws IOException {
        peer.request();
        peer.send(answer);
        peer.fallSilent();
    }

    @ParameterizedTest
    @MethodSource("useless")
    void shouldComeToTheSecondAddressInOneAttemptWhenTheFirstIsOfNoUse(RawVenue.Script first)
            throws Exception {
        try (RawVenue good = new RawVenue(RawVenue.Peer::upgrade);
                TransportRig rig = rig(good)) {
            RawVenue useless = at(good, first);
            expectTheSecond(rig, useless);
            good.finish();
        }
    }

    /** The time of the first address alone passes, if it did not end before. */
    private static void expectTheSecond(TransportRig rig, RawVenue first) throws Exception {
        rig.connect();
        first.awaitConnection();
        rig.pass(SHARE_MS);
        rig.expect("connected");
    }

    @ParameterizedTest
    @MethodSource("useless")
    void shouldComeToTheSecondAddressWhenTheFirstIsOfNoUseForTls(RawVenue.Script first)
            throws Exception {
        try (RawVenue good = new RawVenue(certificate.serverSockets(), RawVenue.Peer::upgrade);
                TransportRig rig = secure(good)) {
            RawVenue useless = at(good, first);
            expectTheSecond(rig, useless);
            good.finish();
        }
    }

    private static TransportRig secure(RawVenue venue) {
        String url = "wss://venue.example:" + venue.port();
        return new TransportRig(url, certificate.pem(), TIMEOUT_MS, TransportAddressTest::both);
    }

    @Test
    void shouldComeToTheSecondAddressWhenTheCertificateOfTheFirstIsOfAnotherName()
            throws Exception {
        TestCertificate other = new TestCertificate(folder, "other", "dns:other.example");
        try (RawVenue good = new RawVenue(certificate.serverSockets(), RawVenue.Peer::upgrade);
                TransportRig rig = secure(good)) {
            at(good, other.serverSockets(), RawVenue.Peer::upgrade);
            rig.connect().expect("connected");
            good.finish();
        }
    }

    @Test
    void shouldTellWhatMayPassWhenEachAddressFailsInItsWay() throws Exception {
        RawVenue.Script plain =
                peer -> {
                    peer.send("HTTP/1.1 400 Bad\r\n\r\n");
                    peer.fallSilent();
                };
        try (RawVenue noTls = new RawVenue(plain);
                TransportRig rig = secure(noTls)) {
            at(noTls, peer -> assertEquals(22, peer.in.read()));
            rig.connect().expectEnd(DisconnectCause.HANDSHAKE_REFUSED, "waiting for TLS");
        }
    }

    @Test
    void shouldNameTheAddressThatDidNotAnswerInItsTime() throws Exception {
        Semaphore asked = new Semaphore(0);
        RawVenue.Script mute =
                peer -> {
                    peer.request();
                    asked.release();
                    peer.fallSilent();
                };
        try (RawVenue one = new RawVenue(mute);
                TransportRig rig = rig(one)) {
            at(one, mute);
            rig.connect();
            for (int i = 0; i < 2; i++) {
                assertTrue(asked.tryAcquire(WAIT_S, TimeUnit.SECONDS));
                rig.pass(SHARE_MS);
            }
            rig.expectEnd(
                    DisconnectCause.TIMED_OUT,
                    "no connection to venue.example (127.0.0.1:" + one.port() + ") within",
                    "waiting for the answer to the upgrade");
        }
    }

    @Test
    void shouldBeginWithTheNextAddressInTheNextAttemptWhenTheFirstIsBusy() throws Exception {
        try (RawVenue good = new RawVenue(RawVenue.Peer::upgrade);
                TransportRig rig = rig(good)) {
            RawVenue busy = at(good, peer -> answer(peer, "HTTP/1.1 503 Busy\r\n\r\n"));
            rig.connect().expectEnd(DisconnectCause.HANDSHAKE_BUSY, "503 Busy");
            busy.finish();

            rig.connect().expect("connected");
            good.finish();
        }
    }

    @Test
    void shouldBeginWithTheNextAddressWhenWhatAnsweredWasNotOfUse() throws Exception {
        try (RawVenue good = new RawVenue(RawVenue.Peer::upgrade);
                TransportRig rig = rig(good)) {
            RawVenue idle = at(good, peer -> peer.upgrade().expectClose(1000));
            rig.connect().expect("connected");
            rig.run(() -> rig.transport.close(1000, "said nothing"));
            rig.expectEnd(DisconnectCause.CLOSED_BY_US, "1000");
            idle.finish();

            rig.connect().expect("connected");
            good.finish();
        }
    }

    @Test
    void shouldBeginWithTheSameAddressWhenItWasGood() throws Exception {
        RawVenue.Script twice = peer -> peer.upgrade().expectClose(1000);
        try (RawVenue good = new RawVenue(twice, RawVenue.Peer::upgrade);
                TransportRig rig = rig(good)) {
            RawVenue mute = at(good, RawVenue.Peer::fallSilent);
            expectTheSecond(rig, mute);
            rig.run(rig.transport::onGood);
            rig.run(() -> rig.transport.close(1000, ""));
            rig.expectEnd(DisconnectCause.CLOSED_BY_US, "1000");

            rig.connect().expect("connected");
            good.finish();
        }
    }

    @Test
    void shouldEndTheAttemptWhenClosedBetweenTwoAddresses() throws Exception {
        try (RawVenue one = new RawVenue(RawVenue.Peer::fallSilent);
                TransportRig rig = rig(one)) {
            at(one, RawVenue.Peer::fallSilent);
            rig.connect();
            rig.run(() -> rig.transport.close(1000, ""));

            rig.expectEnd(DisconnectCause.CLOSED_BY_US, "closed while");
        }
    }

    @Test
    void shouldSayWhyTheNameCouldNotBeLookedUp() throws Exception {
        try (TransportRig rig =
                new TransportRig(
                        "ws://venue.example",
                        TIMEOUT_MS,
                        host -> {
                            throw new UnknownHostException(
                                    host + ": Temporary failure in name resolution");
                        })) {
            rig.connect()
                    .expectEnd(
                            DisconnectCause.UNRESOLVED,
                            "no address is known for the host venue.example: Temporary failure in"
                                    + " name resolution");
        }
    }

    @Test
    void shouldFailTheAttemptAloneWhenTheLookUpBreaks() throws Exception {
        try (TransportRig rig =
                new TransportRig(
                        "ws://venue.example",
                        TIMEOUT_MS,
                        host -> {
                            throw new OutOfMemoryError("unable to create native thread");
                        })) {
            for (int i = 0; i < 2; i++) {
                rig.connect()
                        .expectEnd(
                                DisconnectCause.NO_SOCKET,
                                "could not be looked up: unable to create native thread");
            }
        }
    }
}
