package io.hayate.transport;

import static io.hayate.transport.websocket.ServerFrames.bytes;
import static io.hayate.transport.websocket.ServerFrames.close;
import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.tls.TlsKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportClosingTest {
    private static final int FRAME_BYTES_MAX = 100_000;

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldEchoACloseOnceAndTellCodeAndReason(IoKind io) throws Exception {
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    peer.upgrade().send(join(text("a"), close(1001, "bye\nbye")));
                                    peer.expectClose(1001);
                                    peer.expectEnd();
                                });
                TransportRig rig = TransportRig.to(io, venue).connect()) {
            rig.expect("connected");
            rig.expect("text a");
            rig.expectEnd(DisconnectCause.CLOSED_BY_VENUE, "1001", "bye bye");
            venue.finish();
        }
    }

    @Test
    void shouldTellMessagesAndAnswerNoPingAfterTheClose() throws Exception {
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    peer.upgrade().expectClose(1000);
                                    peer.send(join(text("late"), frame(0x89, bytes())));
                                    peer.send(close(1000, ""));
                                    peer.expectEnd();
                                });
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expect("connected");

            rig.run(() -> rig.transport.close(1000, ""));

            rig.expect("text late");
            rig.expectEnd(DisconnectCause.CLOSED_BY_US);
            assertTrue(rig.hasNothingMore());
            venue.finish();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 100})
    void shouldTellWhatIsBehindWhenClosedInsideACallback(int room) throws Exception {
        byte[] burst =
                join(
                        text("a"),
                        frame(0x01, bytes("close")),
                        frame(0x80, bytes()),
                        frame(0x89, bytes()),
                        frame(0x01, bytes("late")),
                        frame(0x80, bytes()),
                        text("later"));
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    peer.upgrade().send(burst);
                                    peer.expectClose(1000);
                                    peer.send(join(text("latest"), close(1000, "")));
                                    peer.expectEnd();
                                });
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue)) {
            rig.room = room;
            rig.connect().expect("connected");
            rig.expect("text a");
            rig.expect("text close");
            rig.run(
                    () -> {
                        rig.room = 100;
                        rig.transport.resume();
                    });
            rig.expect("text late");
            rig.expect("text later");
            rig.expect("text latest");
            rig.expectEnd(DisconnectCause.CLOSED_BY_US);
            venue.finish();
        }
    }

    @Test
    void shouldGiveUpWaitingWhenTheVenueDoesNotAnswerTheClose() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    peer.upgrade().expectClose(1000);
                                    told.countDown();
                                    peer.expectEnd();
                                });
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue).connect()) {
            rig.expect("connected");

            rig.run(() -> rig.transport.close(1000, ""));
            assertTrue(told.await(30, TimeUnit.SECONDS));
            rig.pass(2_000);

            rig.expectEnd(DisconnectCause.CLOSED_BY_US);
            venue.finish();
        }
    }

    @Test
    void shouldEndAnAttemptWhenClosedBeforeTheAnswer() throws Exception {
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    peer.request();
                                    peer.expectEnd();
                                });
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue)) {
            rig.run(
                    () -> {
                        rig.transport.connect(rig);
                        rig.transport.close(1000, "");
                        assertTrue(rig.hasNothingMore(), "told in a later turn");
                    });

            rig.expectEnd(DisconnectCause.CLOSED_BY_US, "closed while connecting");
            assertFalse(rig.call(rig.transport::isConnected));
        }
    }

    @Test
    void shouldDoNothingWhenClosedWhileDisconnected() throws Exception {
        try (RawVenue venue = new RawVenue(RawVenue.Peer::upgrade);
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue)) {
            rig.run(() -> rig.transport.close(1000, ""));

            rig.connect().expect("connected");
        }
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                Arguments.of(1002, DisconnectCause.PROTOCOL_ERROR, "masked", bytes(0x81, 0x80)),
                Arguments.of(1002, DisconnectCause.PROTOCOL_ERROR, "reserved", bytes(0xC1, 0)),
                Arguments.of(1002, DisconnectCause.PROTOCOL_ERROR, "opcode", bytes(0x8B, 0)),
                Arguments.of(1002, DisconnectCause.PROTOCOL_ERROR, "no message", bytes(0x80, 0)),
                Arguments.of(1003, DisconnectCause.PROTOCOL_ERROR, "binary", bytes(0x82, 0)),
                Arguments.of(
                        1007, DisconnectCause.PROTOCOL_ERROR, "UTF-8", frame(0x81, bytes(0xFF))),
                Arguments.of(
                        1009,
                        DisconnectCause.FRAME_TOO_LARGE,
                        "10485760 bytes",
                        frame(0x81, new byte[10 << 20])),
                Arguments.of(
                        1009,
                        DisconnectCause.FRAME_TOO_LARGE,
                        "9223372036854775808 bytes",
                        bytes(0x81, 127, 128, 0, 0, 0, 0, 0, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void shouldTellTheVenueAndEndWhenItBreaksARule(
            int code, DisconnectCause cause, String word, byte[] stream) throws Exception {
        RawVenue.Script broken =
                peer -> {
                    peer.upgrade().send(join(text("good"), stream));
                    peer.send(text("after"));
                    peer.expectClose(code);
                };
        try (RawVenue venue = new RawVenue(broken, peer -> peer.upgrade().send(text("again")));
                TransportRig rig =
                        new TransportRig(
                                IoKind.AUTO,
                                "ws://127.0.0.1:" + venue.port(),
                                TlsKind.AUTO,
                                null,
                                30_000,
                                FRAME_BYTES_MAX)) {
            rig.connect().expect("connected");
            rig.expect("text good");
            rig.expectEnd(cause, word);
            rig.connect().expect("connected");
            rig.expect("text again");
            venue.finish();
        }
    }
}
