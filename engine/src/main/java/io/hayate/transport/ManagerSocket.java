package io.hayate.transport;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A way to the service manager's socket: one datagram a message, over a socket of the file system, of which the
 * JDK has none.
 *
 * <pre>WATCHDOG=1\nSTATUS=LIVE</pre>
 *
 * <p>One thread, which is no trading thread: the kernel copies and does not wait for the reader.
 */
public final class ManagerSocket implements AutoCloseable {
    private static final char ABSTRACT = '@';

    private final Socket socket;

    private ManagerSocket(Socket socket) {
        this.socket = socket;
    }

    /**
     * Opens a way there.
     *
     * @param address a path, or a name of no file behind {@code @}
     * @throws IOException when nobody listens there, or this system has no such sockets
     */
    public static ManagerSocket open(String address) throws IOException {
        if (!Epoll.isAvailable()) {
            throw new IOException(
                    "sockets of the file system need epoll", Epoll.unavailabilityCause());
        }
        Socket socket = Socket.newSocketDomainDgram();
        try {
            socket.connect(new DomainSocketAddress(name(address)));
            return new ManagerSocket(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** A name of no file begins with a zero byte. */
    private static String name(String address) {
        return address.charAt(0) == ABSTRACT ? '\0' + address.substring(1) : address;
    }

    /**
     * Sends a message.
     *
     * @throws IOException when it could not be handed over whole
     */
    public void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length).put(bytes);
        int sent = socket.write(buffer, 0, bytes.length);
        if (sent != bytes.length) {
            throw new IOException("the service manager has no room for a message");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
