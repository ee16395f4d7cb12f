package io.hayate.transport;

import static io.hayate.transport.websocket.ServerFrames.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.tls.TestCertificate;
import io.hayate.transport.tls.Tls;
import io.hayate.transport.tls.TlsPair;
import io.hayate.transport.tls.WatchedTls;
import io.hayate.transport.websocket.FrameBudget;
import io.hayate.transport.websocket.FrameRoom;
import io.hayate.transport.websocket.ServerFrames;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The moment at which the records of a connection become ours, or do not. */
@Timeout(60)
class TransportTakeOverTest {
    @TempDir static Path folder;

    private static TestCertificate certificate;

    private TransportRig rig;

    /** What ends an attempt. */
    enum End {
        OURS,
        LOSS,
        TWO_ADDRESSES
    }

    @BeforeAll
    static void makeCertificate() throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable() && Epoll.isAvailable());
        certificate = new TestCertificate(folder, "localhost", "dns:localhost");
    }

    private static void exchange(RawVenue.Peer peer) throws IOException {
        peer.upgrade().send(text("in"));
        peer.expectText("[0]");
        peer.send(ServerFrames.close(1000, ""));
        peer.expectClose(1000);
    }

    private void assertExchanges() throws Exception {
        rig.expect("connected");
        rig.expect("text in");
        assertTrue(rig.sendText("[0]"));
        rig.expectEnd(DisconnectCause.CLOSED_BY_VENUE, "1000");
    }

    private static RawVenue.Script lost() {
        return peer -> {
            try {
                peer.upgrade();
            } catch (IOException e) {
                // It ended before.
            }
        };
    }

    private static TransportRig rig(Tls tls, int port, InetAddress... addresses) {
        String url = "wss://localhost:" + port + "/ws/2";
        return new TransportRig(IoKind.EPOLL, url, tls, host -> addresses);
    }

    /** The removal of Netty's handler tells of it, and who hears that may end the attempt, and does here. */
    @ParameterizedTest
    @EnumSource(End.class)
    void shouldFreeWhatItHasTakenWhenTheAttemptEndsMeanwhile(End end) throws Exception {
        boolean[] isFirst = {true};
        Consumer<SslHandler> ending =
                handler -> {
                    boolean isToEnd = isFirst[0];
                    isFirst[0] = false;
                    if (isToEnd) {
                        handler.sslCloseFuture().addListener(removed -> end(end, handler));
                    }
                };
        WatchedTls tls = new WatchedTls(certificate.pem(), ending, engine -> {});
        InetAddress address = InetAddress.getLoopbackAddress();
        InetAddress[] addresses =
                end == End.TWO_ADDRESSES
                        ? new InetAddress[] {address, address}
                        : new InetAddress[] {address};
        try (RawVenue venue =
                        new RawVenue(
                                certificate.serverSockets(),
                                lost(),
                                TransportTakeOverTest::exchange);
                TransportRig made = rig(tls.tls(), venue.port(), addresses)) {
            rig = made.connect();
            if (end == End.OURS) {
                rig.expectEnd(DisconnectCause.CLOSED_BY_US, "while waiting for TLS");
                rig.awaitFreed(tls);
                rig.connect();
            } else if (end == End.LOSS) {
                rig.expectEnd(DisconnectCause.HANDSHAKE_REFUSED, "while waiting for TLS");
                rig.awaitFreed(tls);
                rig.connect();
            }

            assertExchanges();
            assertEquals(2, tls.made.size());
            rig.awaitFreed(tls);
        }
    }

    private void end(End end, SslHandler handler) {
        if (end == End.OURS) {
            rig.transport.close(1000, "");
        } else {
            Channel channel = handler.handshakeFuture().getNow();
            channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
        }
    }

    @Test
    void shouldEndTheAttemptWhenTheRecordsCannotBeHad() throws Exception {
        Consumer<SslHandler> removing =
                handler ->
                        handler.handshakeFuture()
                                .addListener(
                                        (Future<Channel> done) ->
                                                remove(done.getNow().pipeline(), handler));
        WatchedTls tls = new WatchedTls(certificate.pem(), removing, engine -> {});
        InetAddress address = InetAddress.getLoopbackAddress();
        try (RawVenue venue = new RawVenue(certificate.serverSockets(), lost());
                TransportRig made = rig(tls.tls(), venue.port(), address)) {
            rig = made.connect();

            rig.expectEnd(DisconnectCause.TLS_FAILED, "failed: its records cannot be had");
            rig.awaitFreed(tls);
        }
    }

    private static void remove(ChannelPipeline pipeline, SslHandler handler) {
        pipeline.remove(handler);
    }

    @Test
    void shouldLeaveRecordsToNettyWhenTheSelfTestFails() throws Exception {
        Consumer<SSLEngine> spoiling =
                engine -> {
                    try {
                        engine.beginHandshake(); // the hello is where Netty wanted it
                    } catch (SSLException e) {
                        throw new IllegalStateException(e);
                    }
                };
        WatchedTls watched = new WatchedTls(certificate.pem(), handler -> {}, spoiling);
        Tls tls = watched.tls();

        assertFalse(tls.isByAddress());
        assertEquals(
                "BoringSSL in Netty's handler: its self-test failed, the first record of a handshake is"
                        + " not where it was wanted",
                tls.way());
        try (RawVenue venue =
                        new RawVenue(certificate.serverSockets(), TransportTakeOverTest::exchange);
                TransportRig made = rig(tls, venue.port(), InetAddress.getLoopbackAddress())) {
            rig = made.connect();
            assertExchanges();
            rig.awaitFreed(watched);
        }
    }

    /** None has been seen to come so, but what the handler had not opened belongs before all else. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldOpenFirstWhatTheHandlerHadLeft(String protocol) throws Exception {
        TlsPair.Ends ends = TlsPair.Ends.of(certificate);
        try (TlsPair pair = ends.pair(protocol).open()) {
            ReceiveBuffer buffer =
                    new ReceiveBuffer(
                            new FrameRoom(1 << 20, FrameBudget.UNBOUNDED),
                            true,
                            new StandingClock());
            for (int cut = 1; cut < 100; cut++) {
                byte[] all =
                        TlsPair.join(
                                pair.serverSay("one,"),
                                pair.serverSay("two,"),
                                pair.serverSay("3"));
                buffer.beginSecure();
                int came = Math.min(cut, all.length);
                buffer.received(Unpooled.wrappedBuffer(Arrays.copyOf(all, came)));
                assertEquals(0, buffer.length());
                assertTrue(buffer.takesSealed());

                buffer.secure(pair.records);

                assertFalse(buffer.takesSealed());
                pair.hear(Arrays.copyOfRange(all, came, all.length));
                assertEquals("one,two,3", taken(buffer) + pair.heard(), "cut at " + cut);
                buffer.plain();
            }
        }
    }

    private static String taken(ReceiveBuffer buffer) {
        byte[] text = new byte[buffer.length()];
        buffer.buffer().getBytes(buffer.offset(), text);
        buffer.skip(text.length);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
