package io.hayate.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between clients and a venue, knows nothing of what they say, and cuts the first connection behind a number of
 * the venue's bytes. Connections after it are left alone.
 */
final class CuttingProxy implements AutoCloseable {
    private static final int LOOK_MS = 10;
    private static final long NEVER = Long.MAX_VALUE;

    private final ServerSocket server;
    private final int venuePort;
    private final boolean resets;
    private volatile long cutBehind;
    private final AtomicLong passed = new AtomicLong(); // of the first connection
    private volatile boolean isCutting;

    /**
     * Passes on what is said to a venue and by it.
     *
     * @param resets true to cut by a reset, false by the end of the stream
     * @param cutBehind so many bytes of the venue's, unless {@link #cut} is called before
     */
    CuttingProxy(int venuePort, boolean resets, long cutBehind) throws IOException {
        this.venuePort = venuePort;
        this.resets = resets;
        this.cutBehind = cutBehind;
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        start(this::serve);
    }

    /** As above, but cuts when it is told to. */
    CuttingProxy(int venuePort, boolean resets) throws IOException {
        this(venuePort, resets, NEVER);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Cuts behind so many bytes more of the venue's. */
    void cutAfter(int bytes) {
        cutBehind = passed.get() + bytes;
    }

    /** Cuts behind all that the venue has said. */
    void cut() {
        isCutting = true;
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                task.run();
                            } catch (IOException e) {
                                // One of both has gone, and the other sees it.
                            }
                        },
                        "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() throws IOException {
        for (boolean isFirst = true; !server.isClosed(); isFirst = false) {
            Socket client = server.accept();
            if (isFirst && cutBehind == 0) {
                int unused = client.getInputStream().read(); // it is connected, and knows
                cut(client);
                continue;
            }
            Socket venue = new Socket(server.getInetAddress(), venuePort);
            boolean isToCut = isFirst;
            start(() -> pass(client, venue));
            start(() -> passUntilCut(venue, client, isToCut));
        }
    }

    private static void pass(Socket from, Socket to) throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
        to.shutdownOutput();
    }

    private void passUntilCut(Socket venue, Socket client, boolean isToCut) throws IOException {
        if (!isToCut) {
            pass(venue, client);
            return;
        }
        venue.setSoTimeout(LOOK_MS);
        try (venue) {
            byte[] some = new byte[1 << 14];
            InputStream in = venue.getInputStream();
            int count = 0;
            while (count >= 0 && passed.get() < cutBehind && !(isCutting && in.available() == 0)) {
                count = read(in, some, (int) Math.min(cutBehind - passed.get(), some.length));
                client.getOutputStream().write(some, 0, Math.max(count, 0));
                passed.addAndGet(Math.max(count, 0));
            }
        } finally {
            cut(client);
        }
    }

    /** What there is; nothing when that takes long. */
    private static int read(InputStream in, byte[] target, int most) throws IOException {
        try {
            return in.read(target, 0, most);
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    private void cut(Socket client) throws IOException {
        if (resets) {
            client.setSoLinger(true, 0);
            client.close();
        } else {
            client.shutdownOutput(); // closed, it would reset for what it has not read
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
