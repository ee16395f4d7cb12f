package io.hayate.transport;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stands where a service manager listens, and keeps what it is told. */
public final class ManagerListener implements AutoCloseable {
    private static final int BYTES_MAX = 4_096;

    private final Socket socket;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES_MAX);

    /** Listens at a path that is not there yet, or at a name of no file that begins with a zero byte. */
    public ManagerListener(String name) throws IOException {
        if (!Epoll.isAvailable()) {
            throw new IOException(Epoll.unavailabilityCause());
        }
        socket = Socket.newSocketDomainDgram();
        socket.bind(new DomainSocketAddress(name));
    }

    /** One in this folder. */
    public static ManagerListener in(Path folder) throws IOException {
        return new ManagerListener(folder.resolve("notify").toString());
    }

    /** What has come since the last time; waits for nothing. */
    public List<String> taken() throws IOException {
        List<String> taken = new ArrayList<>();
        int length = socket.read(buffer, 0, BYTES_MAX);
        while (length > 0) {
            byte[] bytes = new byte[length];
            buffer.get(0, bytes);
            taken.add(new String(bytes, StandardCharsets.UTF_8));
            length = socket.read(buffer, 0, BYTES_MAX);
        }
        return taken;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
