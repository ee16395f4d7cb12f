package io.hayate.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ServerSocketFactory;

/**
 * A venue of a few blocking lines: greets, accepts any key, gives all channels of a kind the same
 * number, and otherwise sends what a test has made before, as fast as a socket takes it.
 */
public final class FastVenue implements AutoCloseable {
    static final int CHANNEL = 17;
    static final int TRADES = 18;
    static final int BOOK = 19;
    static final int CANDLES = 20;
    static final String TICKER =
            "[17,[7616.5,31.89055171,7617.5,43.35811863,-550.8,-0.0674,7617.1,8314.71,8257.8,7500]]";

    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(120);
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final OnOrder onOrder;
    private volatile Socket socket;
    private volatile int connections;
    private volatile long requests;
    private volatile byte[] onlyAnswer;
    private OutputStream out; // under the lock of this

    /** Answers an order, on the thread that reads; sends by {@link #send}. */
    interface OnOrder {
        void onOrder(FastVenue venue, String request) throws IOException;
    }

    public FastVenue(OnOrder onOrder) throws IOException {
        this(ServerSocketFactory.getDefault(), onOrder);
    }

    FastVenue(ServerSocketFactory sockets, OnOrder onOrder) throws IOException {
        this.onOrder = onOrder;
        server = sockets.createServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "fast-venue");
        thread.setDaemon(true);
        thread.start();
    }

    public URI url(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/ws/2");
    }

    /** Connections made so far. */
    public int connections() {
        return connections;
    }

    /** Frames that clients have sent so far, of any kind. */
    long requests() {
        return requests;
    }

    /** Answers every subscription with these bytes from now on; null for as it should be. */
    void answersNothingBut(byte[] bytes) {
        onlyAnswer = bytes;
    }

    /** Lets the system take no more than a little of what nobody reads. */
    void limitReceiveBuffer() throws IOException {
        server.setReceiveBufferSize(4_096); // of connections to come
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket accepted = server.accept()) {
                talk(accepted);
            } catch (IOException e) {
                // The client has gone, or the test is over.
            }
        }
    }

    private void talk(Socket accepted) throws IOException {
        socket = accepted;
        accepted.setTcpNoDelay(true);
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(accepted.getInputStream()));
        synchronized (this) {
            out = accepted.getOutputStream();
        }
        upgrade(in);
        say("{\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}");
        connections = connections() + 1;
        while (true) {
            String request = read(in);
            requests = requests() + 1; // one thread writes
            onRequest(request);
        }
    }

    private void upgrade(DataInputStream in) throws IOException {
        String accept = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("Sec-WebSocket-Key: ")) {
                accept = acceptOf(line.substring(line.indexOf(' ') + 1));
            }
        }
        send(
                ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                                + accept
                                + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static String acceptOf(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder()
                    .encodeToString(digest.digest((key + GUID).getBytes(ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private void onRequest(String request) throws IOException {
        if (request.startsWith("[0,\"on\"")) {
            onOrder.onOrder(this, request);
        } else if (request.contains("\"auth\"")) {
            say("{\"event\":\"auth\",\"status\":\"OK\",\"chanId\":0}");
            say("[0,\"ps\",[]]");
            say("[0,\"ws\",[]]");
            say("[0,\"os\",[]]");
        } else if (request.contains("\"subscribe\"") && onlyAnswer != null) {
            send(onlyAnswer);
        } else if (request.contains("\"subscribe\"")) {
            subscribe(request);
        }
    }

    private void subscribe(String request) throws IOException {
        int channel = CHANNEL;
        if (request.contains("\"trades\"")) {
            channel = TRADES;
        } else if (request.contains("\"book\"")) {
            channel = BOOK;
        } else if (request.contains("\"candles\"")) {
            channel = CANDLES;
        }
        say(request.replace("\"subscribe\"", "\"subscribed\",\"chanId\":" + channel));
    }

    /** A client's frame: the text of a message, or "" for any other; the end of the connection ends. */
    private static String read(DataInputStream in) throws IOException {
        int head = in.readUnsignedByte();
        int length = in.readUnsignedByte() & 0x7F;
        length = length == 126 ? in.readUnsignedShort() : length;
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        if (head == 0x88) {
            throw new IOException("closed");
        }
        return head == 0x81 ? new String(payload, ISO_8859_1) : "";
    }

    /** Sends texts, a write each. */
    public void say(String... texts) throws IOException {
        for (String text : texts) {
            send(frame(text));
        }
    }

    public synchronized void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    static byte[] frame(String text) {
        byte[] payload = text.getBytes(ISO_8859_1);
        ByteBuffer frame = ByteBuffer.allocate(10 + payload.length).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 0x1_0000) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    /** Waits, and does nothing else, so that what is measured is left alone. */
    @SuppressWarnings("ThreadPriorityCheck") // others are to get on meanwhile
    public static void await(BooleanSupplier reached) {
        long endNs = System.nanoTime() + TIMEOUT_NS;
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - endNs > 0) {
                throw new AssertionError("it never came to that");
            }
            Thread.yield();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Socket last = socket;
        if (last != null) {
            last.close();
        }
    }
}
