package io.hayate.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** How the thinnest client reads and writes texts: on a plain socket, or by address under TLS. One thread. */
public interface FloorWire extends AutoCloseable {
    /** Appends what there is; 0 for nothing, -1 at the end. */
    int read(ByteBuffer in) throws IOException;

    /** Writes all of it. */
    void write(ByteBuffer text) throws IOException;

    /** Never waits again: the handshakes are over. */
    void stopBlocking() throws IOException;

    @Override
    void close() throws IOException;

    /** That of a plain socket. */
    static FloorWire plain(SocketChannel channel) {
        return new FloorWire() {
            @Override
            public int read(ByteBuffer in) throws IOException {
                return channel.read(in);
            }

            @Override
            public void write(ByteBuffer text) throws IOException {
                while (text.hasRemaining()) {
                    channel.write(text);
                }
            }

            @Override
            public void stopBlocking() throws IOException {
                channel.configureBlocking(false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
