package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.IdleMode;
import io.hayate.transport.tls.TestCertificate;
import io.hayate.transport.websocket.ClientFrame;
import io.hayate.transport.websocket.ServerFrames;
import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.OpenSsl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two threads write one socket: orders from one, pongs from the other, while the venue reads nothing
 * until the socket and the queue are full, again and again. What it reads then must be whole frames,
 * every order that was taken once and in its turn.
 */
class SharedWriterStressTest {
    private static final int TIMEOUT_S = 60;
    private static final int ROUNDS = 20;
    private static final int QUEUE_BYTES = 1 << 14;
    private static final int SOCKET_BYTES = 8_192;
    private static final int ORDER_BYTES = 700;
    private static final int PINGS = 200;

    @TempDir private Path folder;

    private final Semaphore connected = new Semaphore(0);
    private final Semaphore full = new Semaphore(0);
    private final Semaphore read = new Semaphore(0);
    private volatile long lastTaken;

    @BeforeAll
    static void needEpoll() {
        Assumptions.assumeTrue(Epoll.isAvailable());
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING", "YIELDING"})
    void shouldKeepFramesWholeAndInOrderWhenTwoThreadsWrite(IdleMode idle) throws Exception {
        try (RawVenue venue =
                new RawVenue(new SmallSockets(ServerSocketFactory.getDefault()), this::readAll)) {
            stress(venue, idle, SharedRig.config(venue, "ws", SOCKET_BYTES, null));
        }
    }

    /** What is sealed must be written whole, and in the order of sealing, or the venue ends it. */
    @ParameterizedTest
    @EnumSource(names = {"BLOCKING", "YIELDING"})
    void shouldKeepRecordsWholeAndInOrderWhenTwoThreadsWriteThem(IdleMode idle) throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable());
        TestCertificate certificate = new TestCertificate(folder, "localhost", "dns:localhost");
        SmallSockets sockets = new SmallSockets(certificate.serverSockets());
        try (RawVenue venue = new RawVenue(sockets, this::readAll)) {
            stress(venue, idle, SharedRig.config(venue, "wss", SOCKET_BYTES, certificate.pem()));
        }
    }

    private void stress(RawVenue venue, IdleMode idle, TransportConfig config) throws Exception {
        try (SharedRig rig = new SharedRig(idle, config, QUEUE_BYTES, new Listener())) {
            assertTrue(connected.tryAcquire(TIMEOUT_S, TimeUnit.SECONDS));

            writeUntilFull(rig.writer);
            venue.finish();
        }
    }

    /** The strategy's part: orders numbered from 1, until there is no room, some rounds of it. */
    private void writeUntilFull(SharedWriter writer) throws InterruptedException {
        UnsafeBuffer text = new UnsafeBuffer(new byte[ORDER_BYTES]);
        text.setMemory(0, ORDER_BYTES, (byte) 'x');
        long number = 0;
        for (int round = 0; round < ROUNDS; round++) {
            text.putLong(0, number + 1);
            while (writer.send(1, number + 1, text, 0, ORDER_BYTES - (int) (number % 64))) {
                number++;
                text.putLong(0, number + 1);
            }
            lastTaken = number;
            full.release();
            if (!read.tryAcquire(TIMEOUT_S, TimeUnit.SECONDS)) {
                return; // the venue's script has failed, and says why
            }
        }
    }

    /** The venue's part: pings, and when no more is taken, reads all that was. */
    private void readAll(RawVenue.Peer peer) throws IOException {
        peer.upgrade();
        long expected = 1;
        long lastPong = 0;
        long ping = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < PINGS; i++) {
                peer.send(ServerFrames.frame(0x89, longBytes(++ping)));
            }
            full.acquireUninterruptibly();
            while (expected <= lastTaken) {
                ClientFrame frame = peer.read();
                long number = ByteBuffer.wrap(frame.payload()).getLong();
                if (frame.head() == 0x8A) {
                    assertTrue(number > lastPong && number <= ping, "a pong for each ping at most");
                    lastPong = number;
                } else {
                    assertEquals(0x81, frame.head());
                    assertEquals(expected++, Long.reverseBytes(number));
                }
            }
            read.release();
        }
    }

    private static byte[] longBytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private final class Listener implements FrameListener {
        @Override
        public void onConnected() {
            connected.release();
        }

        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length, long receiveTimeNs) {
            return true;
        }

        @Override
        public void onDisconnected(DisconnectCause cause, String detail) {}
    }

    /** Sockets that take little, so that writes are short. */
    private static final class SmallSockets extends ServerSocketFactory {
        private final ServerSocketFactory factory;

        SmallSockets(ServerSocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
                throws IOException {
            ServerSocket server = factory.createServerSocket();
            server.setReceiveBufferSize(SOCKET_BYTES);
            server.bind(new InetSocketAddress(address, port), backlog);
            return server;
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return createServerSocket(port, 1, InetAddress.getLoopbackAddress());
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
        }
    }
}
