package io.hayate.transport;

import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.tls.TestCertificate;
import io.hayate.transport.tls.Tls;
import io.hayate.transport.tls.WatchedTls;
import io.hayate.transport.websocket.ServerFrames;
import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.OpenSsl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection over TLS that is cut, wherever it stands: one line tells it, nothing of it stays, and the next one works. */
@Timeout(60)
class TransportTlsLossTest {
    private static final String CLOSED = "the venue closed the connection without a close frame";
    private static final byte[] GOODBYE_BEFORE_KEYS = {21, 3, 3, 0, 2, 1, 0};

    @TempDir static Path folder;

    private static TestCertificate certificate;

    private final List<AutoCloseable> open = new ArrayList<>();
    private WatchedTls tls;

    /** Who reads the records. */
    enum Way {
        POLLED(IoKind.EPOLL),
        WOKEN(IoKind.AUTO),
        IN_HANDLER(IoKind.EPOLL);

        private final IoKind io;

        Way(IoKind io) {
            this.io = io;
        }
    }

    /** How it is cut. */
    enum Cut {
        END,
        RESET,
        GOODBYE
    }

    @BeforeAll
    static void makeCertificate() throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable() && Epoll.isAvailable());
        certificate = new TestCertificate(folder, "localhost", "dns:localhost");
    }

    @BeforeEach
    void makeTls() {
        tls = new WatchedTls(certificate.pem());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T closed(T later) {
        open.add(0, later);
        return later;
    }

    /** What breaks is the connection, not the venue. */
    private static RawVenue.Script tolerant(RawVenue.Script script) {
        return peer -> {
            try (peer.socket) {
                script.run(peer);
            } catch (IOException e) {
                // It was cut.
            }
        };
    }

    private static void greet(RawVenue.Peer peer) throws IOException {
        peer.upgrade().send(text("again"));
        peer.expectClose(1000);
        peer.send(ServerFrames.close(1000, ""));
    }

    private RawVenue venue(RawVenue.Script... scripts) throws Exception {
        return closed(new RawVenue(certificate.serverSockets(), scripts));
    }

    private CuttingProxy proxy(RawVenue venue, Cut cut) throws IOException {
        return closed(new CuttingProxy(venue.port(), cut == Cut.RESET));
    }

    private TransportRig connect(Way way, int port) throws Exception {
        Tls made = way == Way.IN_HANDLER ? tls.inHandler() : tls.tls();
        String url = "wss://localhost:" + port + "/ws/2";
        return closed(new TransportRig(way.io, url, made)).connect();
    }

    private void assertComesAgain(TransportRig rig) throws Exception {
        rig.awaitFreed(tls);
        rig.connect().expect("connected");
        rig.expect("text again");
        assertEquals(1, tls.held());
        rig.run(() -> rig.transport.close(1000, ""));
        rig.expectEnd(DisconnectCause.CLOSED_BY_US, "1000");
        rig.awaitFreed(tls);
    }

    static Stream<Arguments> handshakes() {
        List<Arguments> all = new ArrayList<>();
        for (Way way : Way.values()) {
            for (Cut cut : List.of(Cut.END, Cut.RESET)) {
                for (int bytes : new int[] {0, 1, 90, 500}) {
                    all.add(Arguments.of(way, cut, bytes));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("handshakes")
    void shouldTellAnEndInTheHandshake(Way way, Cut cut, int bytes) throws Exception {
        RawVenue.Script first = tolerant(RawVenue.Peer::upgrade);
        RawVenue venue =
                bytes == 0
                        ? venue(TransportTlsLossTest::greet)
                        : venue(first, TransportTlsLossTest::greet);
        CuttingProxy proxy = closed(new CuttingProxy(venue.port(), cut == Cut.RESET, bytes));

        TransportRig rig = connect(way, proxy.port());

        rig.expectEnd(DisconnectCause.HANDSHAKE_REFUSED, "the ", "while waiting for TLS");
        assertComesAgain(rig);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void shouldTellAGoodbyeInPlaceOfAHandshake(Way way) throws Exception {
        RawVenue bare = closed(new RawVenue(peer -> peer.send(GOODBYE_BEFORE_KEYS)));

        TransportRig rig = connect(way, bare.port());

        rig.expectEnd(DisconnectCause.TLS_FAILED, "TLS with localhost:" + bare.port() + " failed");
        rig.awaitFreed(tls);
    }

    static Stream<Arguments> cuts() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(Cut.values()).map(cut -> Arguments.of(way, cut)));
    }

    private interface Step {
        void run(RawVenue.Peer peer) throws IOException;
    }

    /** A venue that does something and is then cut off; a goodbye it says itself. */
    private TransportRig cutBehind(Step step, Way way, Cut cut) throws Exception {
        CuttingProxy[] proxy = new CuttingProxy[1];
        RawVenue.Script first =
                tolerant(
                        peer -> {
                            step.run(peer);
                            if (cut != Cut.GOODBYE) {
                                proxy[0].cut();
                                peer.fallSilent();
                            }
                        });
        proxy[0] = proxy(venue(first, TransportTlsLossTest::greet), cut);
        return connect(way, proxy[0].port());
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void shouldTellAnEndBehindTheHandshake(Way way, Cut cut) throws Exception {
        TransportRig rig = cutBehind(peer -> ((SSLSocket) peer.socket).startHandshake(), way, cut);

        rig.expectEnd(DisconnectCause.HANDSHAKE_REFUSED, "while waiting for");
        assertComesAgain(rig);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void shouldTellAnEndInTheMidstOfTheUpgrade(Way way, Cut cut) throws Exception {
        TransportRig rig =
                cutBehind(
                        peer -> {
                            String answer =
                                    RawVenue.Peer.acceptance(RawVenue.Peer.key(peer.request()));
                            peer.send(answer.substring(0, answer.length() / 2));
                        },
                        way,
                        cut);

        rig.expectEnd(
                DisconnectCause.HANDSHAKE_REFUSED, "while waiting for the answer to the upgrade");
        assertComesAgain(rig);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void shouldTellAnEndOfAnOpenConnectionBehindItsTexts(Way way, Cut cut) throws Exception {
        TransportRig rig =
                cutBehind(
                        peer -> {
                            peer.upgrade().send(text("first"));
                            peer.expectText("[0]"); // a reset would overtake what nobody has read
                        },
                        way,
                        cut);
        rig.expect("connected");
        rig.expect("text first");
        assertTrue(rig.sendText("[0]"));

        rig.expectEnd(DisconnectCause.LOST, cut == Cut.RESET ? "the connection was reset" : CLOSED);
        assertComesAgain(rig);
    }

    static Stream<Arguments> cutsOfRecords() {
        return cuts().filter(arguments -> arguments.get()[1] != Cut.GOODBYE); // it is a record, too
    }

    @ParameterizedTest
    @MethodSource("cutsOfRecords")
    void shouldTellAnEndInTheMidstOfARecord(Way way, Cut cut) throws Exception {
        CuttingProxy[] proxy = new CuttingProxy[1];
        RawVenue.Script first =
                tolerant(
                        peer -> {
                            peer.upgrade();
                            peer.expectText("[0]");
                            proxy[0].cutAfter(20_000); // one whole record and some of the next
                            peer.send(join(text("x".repeat(10_000)), text("y".repeat(20_000))));
                            peer.fallSilent();
                        });
        proxy[0] = proxy(venue(first, TransportTlsLossTest::greet), cut);
        TransportRig rig = connect(way, proxy[0].port());
        rig.expect("connected");
        assertTrue(rig.sendText("[0]"));

        String event = rig.next();
        if (cut == Cut.END || event.startsWith("text ")) {
            assertEquals("text " + "x".repeat(10_000), event);
            event = rig.next();
        }
        assertEquals(
                "disconnected LOST: " + (cut == Cut.RESET ? "the connection was reset" : CLOSED),
                event);
        assertComesAgain(rig);
    }

    /** What is not taken yet holds the end up; what is behind it was opened already. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void shouldOfferWhatWasDeclinedBeforeItTellsTheEnd(Way way) throws Exception {
        TransportRig rig =
                cutBehind(
                        peer -> peer.upgrade().send(join(text("1"), text("2"), text("3"))),
                        way,
                        Cut.GOODBYE);
        rig.run(() -> rig.room = 0);
        rig.expect("connected");
        for (int i = 1; i <= 3; i++) {
            assertTrue(rig.hasNothingMore());
            rig.run(
                    () -> {
                        rig.room = 1;
                        rig.transport.resume();
                    });
            rig.expect("text " + i);
        }
        rig.expectEnd(DisconnectCause.LOST, CLOSED);
        rig.run(() -> rig.room = 1);
        assertComesAgain(rig);
    }
}
