package io.hayate.transport;

import static io.hayate.transport.websocket.ServerFrames.bytes;
import static io.hayate.transport.websocket.ServerFrames.close;
import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.websocket.ServerFrames;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens when one side is slower than the other. */
class TransportFlowTest {
    private static final int TIMEOUT_S = 30;

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldLoseNothingWhenMessagesAreDeclined(IoKind io) throws Exception {
        byte[][] messages = {
            text("one"),
            frame(0x01, bytes("tw")),
            frame(0x80, bytes("o")),
            text("x".repeat(70_000)),
            frame(0x89, bytes("p")),
            text("four")
        };
        try (RawVenue venue =
                        new RawVenue(
                                peer -> {
                                    peer.upgrade().send(join(messages));
                                    assertEquals("p", peer.read().text());
                                });
                TransportRig rig = TransportRig.to(io, venue)) {
            rig.run(() -> rig.room = 0);
            rig.connect().expect("connected");
            for (String text : new String[] {"one", "two", "x".repeat(70_000), "four"}) {
                rig.run(rig.transport::resume); // still no room
                rig.run(() -> rig.room = 1);
                rig.run(rig.transport::resume);
                rig.expect("text " + text);
            }
            venue.finish();
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldTellTheEndOfAReadOnceNoMessageOfItIsDeclined(IoKind io) throws Exception {
        RawVenue.Script script =
                peer -> {
                    peer.upgrade();
                    assertEquals("go", peer.read().text());
                    peer.send(join(text("one"), text("two")));
                };
        try (RawVenue venue = new RawVenue(script);
                TransportRig rig = TransportRig.to(io, venue)) {
            rig.connect().expect("connected");
            rig.run(
                    () -> {
                        rig.room = 1;
                        rig.notesReadEnds = true;
                    });
            assertTrue(rig.sendText("go"));
            rig.expect("text one");
            venue.finish();
            rig.run(rig.transport::resume);
            assertTrue(rig.hasNothingMore());
            rig.run(
                    () -> {
                        rig.room = 1;
                        rig.transport.resume();
                    });

            rig.expect("text two");
            rig.expect("read end");
        }
    }

    @Test
    void shouldReadNoMoreWhileAMessageIsDeclined() throws Exception {
        AtomicBoolean allSent = new AtomicBoolean();
        CountDownLatch firstSent = new CountDownLatch(1);
        String large = "0123456789".repeat(100_000);
        int count = 40; // far more than the buffers of both sockets hold
        RawVenue.Script flood =
                peer -> {
                    peer.upgrade();
                    for (int i = 0; i < count; i++) {
                        peer.send(text(large));
                        firstSent.countDown();
                    }
                    allSent.set(true);
                };
        try (RawVenue venue = new RawVenue(flood);
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue)) {
            rig.run(() -> rig.room = 0);
            rig.connect().expect("connected");
            assertTrue(firstSent.await(TIMEOUT_S, TimeUnit.SECONDS));
            rig.run(rig.transport::resume);
            assertFalse(allSent.get(), "TCP holds the venue back");

            rig.run(
                    () -> {
                        rig.room = Integer.MAX_VALUE;
                        rig.transport.resume();
                    });

            for (int i = 0; i < count; i++) {
                rig.expect("text " + large);
            }
            venue.finish();
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldOfferWhatWasDeclinedBeforeItTellsThatTheVenueIsGone(IoKind io) throws Exception {
        String large = "x".repeat(50_000);
        RawVenue.Script script =
                peer -> peer.upgrade().send(join(text("one"), text(large), text(large), text("4")));
        try (RawVenue venue = new RawVenue(script);
                TransportRig rig = TransportRig.to(io, venue)) {
            rig.run(() -> rig.room = 0);
            rig.connect().expect("connected");
            venue.finish(); // has sent all and closed
            rig.run(rig.transport::resume);
            assertTrue(rig.hasNothingMore());
            assertTrue(rig.call(rig.transport::isConnected));

            rig.run(
                    () -> {
                        rig.room = Integer.MAX_VALUE;
                        rig.transport.resume();
                    });

            rig.expect("text one");
            rig.expect("text " + large);
            rig.expect("text " + large);
            rig.expect("text 4");
            rig.expectEnd(DisconnectCause.LOST, "without a close frame");
        }
    }

    @Test
    void shouldEndOnceWhatWasDeclinedBeforeItsCloseIsTaken() throws Exception {
        RawVenue.Script script =
                peer -> {
                    peer.upgrade().send(join(text("one"), text("two"), close(1001, "bye")));
                    peer.expectClose(1000);
                    peer.expectEnd();
                };
        try (RawVenue venue = new RawVenue(script);
                TransportRig rig = TransportRig.to(IoKind.AUTO, venue)) {
            rig.run(() -> rig.room = 1);
            rig.connect().expect("connected");
            rig.expect("text one");

            rig.run(
                    () -> {
                        rig.transport.close(1000, "");
                        rig.room = 1;
                        rig.transport.resume();
                    });

            rig.expect("text two");
            rig.expectEnd(DisconnectCause.CLOSED_BY_US);
            venue.finish();
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldRefuseToSendWhenTheVenueReadsNothingAndLoseNothingOfWhatItTook(IoKind io)
            throws Exception {
        CountDownLatch full = new CountDownLatch(1);
        int[] sent = new int[1];
        RawVenue.Script sleepy =
                peer -> {
                    peer.upgrade();
                    awaitQuietly(full);
                    for (int i = 0; i < sent[0]; i++) {
                        assertEquals(numbered(i), peer.read().text());
                    }
                    peer.send(text("all read"));
                    peer.expectText("and writable again");
                };
        try (RawVenue venue = new RawVenue(sleepy);
                TransportRig rig = TransportRig.to(io, venue).connect()) {
            rig.expect("connected");
            rig.run(
                    () -> {
                        while (rig.transport.isWritable()) {
                            assertTrue(send(rig, numbered(sent[0])));
                            sent[0]++;
                        }
                        while (send(rig, numbered(sent[0]))) {
                            sent[0]++;
                        }
                        assertFalse(rig.transport.isWritable());
                        assertFalse(send(rig, numbered(sent[0])));
                    });
            full.countDown();

            rig.expect("text all read");
            assertTrue(rig.call(rig.transport::isWritable));
            assertTrue(rig.sendText("and writable again"));
            venue.finish();
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldHaveAllRoomAgainWhenAConnectionThatWasFullIsLost(IoKind io) throws Exception {
        CountDownLatch full = new CountDownLatch(1);
        RawVenue.Script mute =
                peer -> {
                    peer.upgrade();
                    awaitQuietly(full);
                };
        try (RawVenue venue = new RawVenue(mute, peer -> peer.upgrade().expectText("again"));
                TransportRig rig = TransportRig.to(io, venue).connect()) {
            rig.expect("connected");
            rig.run(() -> fill(rig));
            full.countDown();
            rig.expectEnd(DisconnectCause.LOST);

            rig.connect().expect("connected");
            assertTrue(rig.call(rig.transport::isWritable));
            assertTrue(rig.sendText("again"));
            venue.finish();
        }
    }

    private static void fill(TransportRig rig) {
        int sent = 0;
        while (send(rig, numbered(sent))) {
            sent++;
        }
    }

    private static boolean send(TransportRig rig, String text) {
        DirectBuffer buffer = ServerFrames.buffer(text);
        return rig.transport.sendText(buffer, 0, buffer.capacity());
    }

    private static String numbered(int number) {
        return number + "x".repeat(1 + number * 37 % 3_000);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(TIMEOUT_S, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
