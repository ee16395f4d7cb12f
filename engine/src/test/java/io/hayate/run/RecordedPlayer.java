package io.hayate.run;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server that plays a recording to the first who connects, as fast as the socket takes it, and answers
 * nothing: WebSocket by hand, of a plain socket. Its end is silence, or the end of the connection; who
 * comes later is not served.
 */
final class RecordedPlayer implements AutoCloseable {
    private static final int CLOSE = 8;
    private static final int PONG = 10;
    private static final byte[] PING_FRAME = {(byte) 0x89, 0};
    private static final byte[] CLOSE_FRAME = {(byte) 0x88, 2, 3, (byte) 0xe8};
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final Recording recording;
    private final Manner manner;
    private final Thread thread;
    private final CountDownLatch taken = new CountDownLatch(1);
    private volatile Socket client;

    /** How it plays. */
    enum Manner {
        /** All but the welcome once a channel is asked for, in one write. */
        WHEN_ASKED,
        /** All in one write with the answer to the upgrade. */
        AT_ONCE,
        /** When asked, in pieces of 1 to 7 bytes. */
        IN_PIECES,
        /** When asked, in one write, and then it hangs up. */
        AND_CLOSES,
        /**
         * What answers the requests when asked, the rest in one write at the fourth ping; then it asks
         * for the end of it.
         */
        WHEN_WARM
    }

    private RecordedPlayer(Recording recording, Manner manner) throws IOException {
        this.recording = recording;
        this.manner = manner;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread = new Thread(this::run, "player");
        thread.setDaemon(true);
    }

    static RecordedPlayer start(Recording recording, Manner manner) throws IOException {
        RecordedPlayer player = new RecordedPlayer(recording, manner);
        player.thread.start();
        return player;
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/ws/2");
    }

    /** Waits until the engine has read all of it, as played {@link Manner#WHEN_WARM}. */
    boolean awaitTaken(long timeoutS) throws InterruptedException {
        return taken.await(timeoutS, TimeUnit.SECONDS);
    }

    private void run() {
        try (Socket socket = server.accept()) {
            client = socket;
            socket.setTcpNoDelay(true);
            play(socket);
        } catch (IOException e) {
            // The engine has gone, or the test is over: what it heard is looked at there.
        }
    }

    private void play(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(answer(in).getBytes(StandardCharsets.US_ASCII));
        frame(recording.frames.get(0), bytes);
        if (manner != Manner.AT_ONCE) {
            out.write(bytes.toByteArray());
            bytes.reset();
            awaitSubscribe(in);
        }
        int from = 1;
        if (manner == Manner.WHEN_WARM) {
            from = recording.endOfAnswers();
            recording.frames.subList(1, from).forEach(text -> frame(text, bytes));
            out.write(bytes.toByteArray());
            bytes.reset();
            awaitPings(in, 4);
        }
        recording.frames.subList(from, recording.frames.size()).forEach(text -> frame(text, bytes));
        if (manner == Manner.IN_PIECES) {
            writePieces(bytes.toByteArray(), out);
        } else {
            out.write(bytes.toByteArray());
        }
        if (manner == Manner.AND_CLOSES) {
            socket.shutdownOutput();
        }
        if (manner == Manner.WHEN_WARM) {
            out.write(PING_FRAME);
            awaitPong(in);
            taken.countDown();
        }
        awaitClose(in);
        out.write(CLOSE_FRAME);
    }

    private static void writePieces(byte[] bytes, OutputStream out) throws IOException {
        Random random = new Random(1);
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(1 + random.nextInt(7), bytes.length - at);
            out.write(bytes, at, length);
            at += length;
        }
    }

    private static String answer(DataInputStream in) throws IOException {
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).trim();
            }
        }
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accept(key)
                + "\r\n\r\n";
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append(c == '\r' ? "" : (char) c);
        }
        return line.toString();
    }

    private static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] digest = sha1.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitSubscribe(DataInputStream in) throws IOException {
        String text = "";
        while (text.indexOf("\"subscribe\"") < 0) {
            text = clientText(in);
        }
    }

    private static void awaitPings(DataInputStream in, int count) throws IOException {
        for (int pings = 0; pings < count; ) {
            pings += clientText(in).contains("\"ping\"") ? 1 : 0;
        }
    }

    private static void awaitPong(DataInputStream in) throws IOException {
        while ((in.readUnsignedByte() & 0xf) != PONG) {
            payload(in);
        }
        payload(in);
    }

    /** Reads past whatever else there is. */
    private static void awaitClose(DataInputStream in) throws IOException {
        while ((in.readUnsignedByte() & 0xf) != CLOSE) {
            payload(in);
        }
        payload(in);
    }

    private static String clientText(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        return new String(payload(in), StandardCharsets.UTF_8);
    }

    private static byte[] payload(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() & 0x7f;
        length = length == 126 ? in.readUnsignedShort() : length;
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private static void frame(String text, ByteArrayOutputStream out) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        out.write(0x81);
        if (payload.length < 126) {
            out.write(payload.length);
        } else {
            out.write(126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        }
        out.writeBytes(payload);
    }

    @Override
    public void close() throws IOException {
        server.close();
        Socket socket = client;
        if (socket != null) {
            socket.close();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
