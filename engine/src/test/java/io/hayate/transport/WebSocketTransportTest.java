package io.hayate.transport;

import static io.hayate.transport.websocket.ServerFrames.bytes;
import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.websocket.ClientFrame;
import io.hayate.transport.websocket.ServerFrames;
import io.hayate.transport.websocket.WebSocketEncoder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebSocketTransportTest {
    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldExchangeTextsAndCloseWhenAllIsWell(IoKind io) throws Exception {
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    peer.upgrade().send(text("{\"event\":\"info\"}"));
                                    peer.expectText("[0,\"on\"]");
                                    peer.send(join(text("a"), text("b".repeat(200)), text("c")));
                                    peer.expectClose(1000);
                                    peer.send(ServerFrames.close(1000, ""));
                                    peer.expectEnd();
                                });
                TransportRig rig = TransportRig.to(io, venue).connect()) {
            rig.expect("connected");
            rig.expect("text {\"event\":\"info\"}");
            assertTrue(rig.call(rig.transport::isConnected));
            assertTrue(rig.call(rig.transport::isWritable));
            assertTrue(rig.sendText("[0,\"on\"]"));
            rig.expect("text a");
            rig.expect("text " + "b".repeat(200));
            rig.expect("text c");

            rig.run(() -> rig.transport.close(1000, "done"));

            rig.expectEnd(DisconnectCause.CLOSED_BY_US, "1000", "done");
            assertFalse(rig.call(rig.transport::isConnected));
            assertFalse(rig.sendText("late"));
            venue.finish();
        }
    }

    @Test
    void shouldAskForTheUpgradeAsTheRulesHaveIt() throws Exception {
        CompletableFuture<List<String>> request = new CompletableFuture<>();
        try (RawVenue venue = new RawVenue(peer -> request.complete(peer.request()));
                TransportRig rig =
                        new TransportRig(
                                IoKind.AUTO, "ws://localhost:" + venue.port() + "/ws/2?a=%20b")) {
            rig.connect();

            venue.finish();
            List<String> lines = request.join();
            assertEquals("GET /ws/2?a=%20b HTTP/1.1", lines.get(0));
            assertTrue(lines.contains("Host: localhost:" + venue.port()));
            assertTrue(lines.contains("Upgrade: websocket"));
            assertTrue(lines.contains("Connection: Upgrade"));
            assertTrue(lines.contains("Sec-WebSocket-Version: 13"));
            assertTrue(lines.stream().noneMatch(line -> line.contains("xtensions")));
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldReadFramesWhenBytesComeOneByOne(IoKind io) throws Exception {
        byte[] stream =
                join(
                        text("one"),
                        text("x".repeat(300)),
                        frame(0x01, bytes("fra")),
                        frame(0x89, bytes("p")),
                        frame(0x80, bytes("gments")));
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    byte[] acceptance =
                                            bytes(
                                                    RawVenue.Peer.acceptance(
                                                            RawVenue.Peer.key(peer.request())));
                                    for (byte b : join(acceptance, stream)) {
                                        peer.send(new byte[] {b});
                                    }
                                    ClientFrame pong = peer.read();
                                    assertEquals(0x8A, pong.head());
                                    assertEquals("p", pong.text());
                                });
                TransportRig rig = TransportRig.to(io, venue).connect()) {
            rig.expect("connected");
            rig.expect("text one");
            rig.expect("text " + "x".repeat(300));
            rig.expect("text fragments");
            venue.finish();
        }
    }

    @Test
    void shouldReadAFrameThatComesWithTheAnswerToTheUpgrade() throws Exception {
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    String key = RawVenue.Peer.key(peer.request());
                                    byte[] acceptance = bytes(RawVenue.Peer.acceptance(key));
                                    peer.send(join(acceptance, text("early")));
                                });
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expect("connected");
            rig.expect("text early");
            rig.expectEnd(DisconnectCause.LOST, "without a close frame");
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldReadMessagesOfManyMegabytes(IoKind io) throws Exception {
        String large = "01234567".repeat(1 << 20);
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    peer.upgrade();
                                    peer.send(join(text("a"), text(large), text("b")));
                                    peer.expectText("seen");
                                    peer.send(join(text("c"), text(large + large)));
                                });
                TransportRig rig = TransportRig.to(io, venue).connect()) {
            rig.expect("connected");
            rig.expect("text a");
            rig.expect("text " + large);
            rig.expect("text b");
            assertTrue(rig.sendText("seen"));
            rig.expect("text c");
            rig.expect("text " + large + large);
            venue.finish();
        }
    }

    @Test
    void shouldSendAFrameThatTheQueueHasMasked() throws Exception {
        UnsafeBuffer frame = new UnsafeBuffer(new byte[2_000]);
        String text = "x".repeat(1_900);
        int length =
                new WebSocketEncoder()
                        .encodeText(frame, 5, ServerFrames.buffer(text), 0, text.length());
        try (RawVenue venue = new RawVenue(peer -> peer.upgrade().expectText(text));
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expect("connected");

            assertTrue(rig.call(() -> rig.transport.sendFrame(frame, 5, length)));

            venue.finish();
        }
    }

    @Test
    void shouldStampAMessageWithTheTimeOfItsRead() throws Exception {
        RawVenue.Script answering =
                peer -> {
                    peer.upgrade().expectText("go");
                    peer.send(text("a"));
                };
        try (RawVenue venue = new RawVenue(answering);
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expect("connected");
            rig.pass(5);
            assertTrue(rig.sendText("go"));
            rig.expect("text a");

            assertEquals(rig.nowNs(), rig.receiveTimeNs);
        }
    }

    @Test
    void shouldStampOpenConnectionNoLaterThanTextWhenBothComeInOneRead() throws Exception {
        RawVenue.Script early =
                peer -> {
                    String key = RawVenue.Peer.key(peer.request());
                    peer.send(join(bytes(RawVenue.Peer.acceptance(key)), text("early")));
                };
        try (RawVenue venue = new RawVenue(early);
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue)) {
            rig.openingNs = 7;
            rig.connect();
            rig.expect("connected");
            rig.expect("text early");

            assertEquals(rig.receiveTimeNs, rig.openTimeNs);
        }
    }

    @Test
    void shouldConnectAgainWhenTheLastConnectionIsOver() throws Exception {
        RawVenue.Script half = peer -> peer.upgrade().send(bytes(0x81, 5, 'h', 'a', 'l', 'f'));
        RawVenue.Script nonsense =
                peer -> {
                    peer.request();
                    peer.send("nonsense");
                    peer.fallSilent();
                };
        RawVenue.Script whole =
                peer -> {
                    peer.upgrade().send(text("whole"));
                    peer.expectText("again");
                };
        try (RawVenue venue = new RawVenue(half, nonsense, whole);
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expect("connected");
            rig.expectEnd(DisconnectCause.LOST);
            rig.connect().expectEnd(DisconnectCause.HANDSHAKE_REFUSED);
            rig.connect().expect("connected");
            rig.expect("text whole");
            assertTrue(rig.sendText("again"));
            venue.finish();
        }
    }

    @Test
    void shouldRefuseToConnectTwice() throws Exception {
        try (RawVenue venue = new RawVenue(peer -> peer.upgrade().expectEnd());
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            assertEquals(
                    IllegalStateException.class,
                    assertThrows(Exception.class, rig::connect).getCause().getClass());
        }
    }

    @Test
    void shouldStopTheLoopWhenTheListenerThrows() throws Exception {
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    peer.upgrade().send(text("throw"));
                                    peer.expectEnd();
                                });
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expect("connected");

            assertEquals("a listener's flaw", rig.failure().getMessage());
            rig.expectEnd(DisconnectCause.LOST);
            venue.finish();
        }
    }
}
