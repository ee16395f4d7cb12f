package io.hayate.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.tls.TlsKind;
import io.hayate.transport.websocket.ClientFrame;
import io.hayate.transport.websocket.Rfc6455Case;
import io.hayate.transport.websocket.Rfc6455Cases;
import io.hayate.transport.websocket.Rfc6455Limits;
import io.hayate.transport.websocket.ServerFrames;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** RFC 6455, case by case, over a socket: what is told, and what the venue gets to read. */
class Rfc6455WireTest {
    private static final int TIMEOUT_S = 30;
    private static final int PIECES_MAX = 400; // a write each
    private static final String GOODBYE = "goodbye";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> shouldDoAsTheRfcSays() {
        return Stream.of(IoKind.AUTO, IoKind.NIO)
                .map(io -> DynamicContainer.dynamicContainer(io.toString(), tests(io)));
    }

    private Stream<DynamicTest> tests(IoKind io) {
        List<Rfc6455Case> cases =
                Rfc6455Cases.all().filter(each -> each.pieces().size() <= PIECES_MAX).toList();
        CaseVenue venue = new CaseVenue(cases.size());
        TransportRig rig = rig(io, venue);
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(each.name, () -> venue.check(each, rig)));
    }

    private TransportRig rig(IoKind io, CaseVenue venue) {
        TransportRig rig =
                new TransportRig(
                        io,
                        "ws://127.0.0.1:" + venue.raw.port() + "/ws/2",
                        TlsKind.AUTO,
                        null,
                        30_000,
                        Rfc6455Limits.FRAME_BYTES_MAX);
        opened.add(rig);
        opened.add(venue.raw);
        return rig;
    }

    /** Plays a case on each connection, and notes what the client sent. */
    private static final class CaseVenue {
        private final BlockingQueue<Rfc6455Case> next = new ArrayBlockingQueue<>(1);
        private final RawVenue raw;
        private CompletableFuture<Sent> sent;

        CaseVenue(int connections) {
            try {
                raw =
                        new RawVenue(
                                Collections.nCopies(connections, (RawVenue.Script) this::play)
                                        .toArray(RawVenue.Script[]::new));
            } catch (IOException e) {
                throw new IllegalStateException("no venue", e);
            }
        }

        void check(Rfc6455Case expected, TransportRig rig) throws Exception {
            sent = new CompletableFuture<>();
            next.add(expected);
            rig.connect().expect("connected");
            for (String text : expected.texts) {
                rig.expect("text " + text);
            }
            boolean open = expected.closeCode == Rfc6455Case.OPEN;
            if (open) {
                rig.expect("text " + GOODBYE);
            }
            assertTrue(rig.next().startsWith("disconnected "));

            Sent answered = sent.get(TIMEOUT_S, TimeUnit.SECONDS);
            assertEquals(expected.pongs, answered.pongs);
            assertEquals(open ? 1000 : expected.closeCode, answered.closeCode);
        }

        private void play(RawVenue.Peer peer) throws IOException {
            try {
                Rfc6455Case playing = next.remove();
                peer.upgrade();
                for (byte[] piece : playing.pieces()) {
                    peer.send(piece);
                }
                if (playing.closeCode == Rfc6455Case.OPEN) {
                    peer.send(ServerFrames.text(GOODBYE));
                    peer.send(ServerFrames.close(1000, ""));
                }
                sent.complete(Sent.read(peer));
            } catch (IOException | RuntimeException | AssertionError e) {
                sent.completeExceptionally(e);
            }
        }
    }

    /** What a client sent until it had said goodbye, after which it sends nothing. */
    private record Sent(List<String> pongs, int closeCode) {
        static Sent read(RawVenue.Peer peer) throws IOException {
            List<String> pongs = new ArrayList<>();
            ClientFrame frame = peer.read();
            while (frame.head() == 0x8A) {
                pongs.add(new String(frame.payload(), ISO_8859_1));
                frame = peer.read();
            }
            assertEquals(0x88, frame.head());
            int code = frame.payload().length == 0 ? Rfc6455Case.NO_CODE : frame.closeCode();
            leave(peer);
            return new Sent(pongs, code);
        }

        private static void leave(RawVenue.Peer peer) throws IOException {
            try {
                peer.send(ServerFrames.close(1000, ""));
                peer.socket.shutdownOutput(); // a server ends the connection
                peer.expectEnd();
            } catch (SocketException e) {
                // The client had ended the connection with bytes of ours unread.
            }
        }
    }
}
