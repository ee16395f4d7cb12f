package io.hayate.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A loopback socket on which nothing ever comes: what a loop that spins asks between two frames. */
final class IdleSocket implements AutoCloseable {
    private static final int ROOM = 1 << 16;

    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final SocketChannel client;
    private final SocketChannel peer;
    private final ByteBuffer room = ByteBuffer.allocateDirect(ROOM);

    IdleSocket() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        client = SocketChannel.open(server.getLocalAddress());
        peer = server.accept();
        client.configureBlocking(false);
    }

    /** Asks once; true when there was nothing, as there never is. */
    boolean isIdle() {
        try {
            return client.read(room.clear()) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        peer.close();
        server.close();
    }
}
