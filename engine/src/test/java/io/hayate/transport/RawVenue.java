package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.websocket.ClientFrame;
import io.hayate.transport.websocket.Upgrade;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ServerSocketFactory;

/** A server of a few blocking lines that says exactly, byte by byte, what a test wants said. */
final class RawVenue implements AutoCloseable {
    private static final int TIMEOUT_S = 30;

    private final ServerSocket server;
    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch accepted = new CountDownLatch(1);
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** What the venue does with one connection; the socket is closed when it returns. */
    interface Script {
        void run(Peer peer) throws IOException;
    }

    RawVenue(Script... scripts) throws IOException {
        this(ServerSocketFactory.getDefault(), scripts);
    }

    /** Plays one script after the other, a connection each. */
    RawVenue(ServerSocketFactory factory, Script... scripts) throws IOException {
        this(factory, InetAddress.getLoopbackAddress(), 0, scripts);
    }

    /** As above, at an address and a port of the test's. */
    RawVenue(ServerSocketFactory factory, InetAddress address, int port, Script... scripts)
            throws IOException {
        server = factory.createServerSocket(port, 8, address);
        Thread thread = new Thread(() -> serve(scripts), "raw-venue");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve(Script... scripts) {
        try {
            for (Script script : scripts) {
                try (Socket socket = server.accept()) {
                    keep(socket);
                    accepted.countDown();
                    script.run(new Peer(socket));
                }
            }
            done.complete(null);
        } catch (IOException | RuntimeException | AssertionError e) {
            done.completeExceptionally(e);
        }
    }

    private synchronized void keep(Socket socket) {
        sockets.add(socket);
    }

    /** Waits for the first connection. */
    void awaitConnection() throws InterruptedException {
        assertTrue(accepted.await(TIMEOUT_S, TimeUnit.SECONDS), "nobody connected");
    }

    /** Waits until all scripts are through, and throws what one of them threw. */
    void finish() throws InterruptedException, TimeoutException {
        try {
            done.get(TIMEOUT_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the venue's script failed", e.getCause());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** The venue's end of one connection. */
    static final class Peer {
        final Socket socket;
        final DataInputStream in;
        final OutputStream out;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_S * 1_000);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            out = socket.getOutputStream();
        }

        /** The lines of the client's upgrade, without the empty one. */
        List<String> request() throws IOException {
            List<String> lines = new ArrayList<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                lines.add(line);
            }
            return lines;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
                line.append((char) c);
            }
            return line.toString().strip();
        }

        /** Reads the client's upgrade and accepts it. */
        Peer upgrade() throws IOException {
            send(acceptance(key(request())));
            return this;
        }

        static String key(List<String> request) {
            String name = "Sec-WebSocket-Key: ";
            return request.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()))
                    .findFirst()
                    .orElseThrow();
        }

        static String acceptance(String key) {
            return "HTTP/1.1 101 Switching Protocols\r\nupgrade: WebSocket\r\n"
                    + "Connection: keep-alive, Upgrade\r\nSec-WebSocket-Accept: "
                    + Upgrade.acceptOf(key)
                    + "\r\n\r\n";
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        ClientFrame read() throws IOException {
            return ClientFrame.read(in);
        }

        void expectText(String text) throws IOException {
            ClientFrame frame = read();
            assertEquals(0x81, frame.head());
            assertEquals(text, frame.text());
        }

        void expectClose(int code) throws IOException {
            ClientFrame frame = read();
            assertEquals(0x88, frame.head());
            assertEquals(code, frame.closeCode());
        }

        /** Reads until the client has ended the connection. */
        void expectEnd() throws IOException {
            assertEquals(-1, in.read());
        }

        /** Says nothing more, and takes whatever the client sends until it ends the connection. */
        void fallSilent() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
