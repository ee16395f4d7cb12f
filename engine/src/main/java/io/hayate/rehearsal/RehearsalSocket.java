package io.hayate.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hayate.venue.session.Outbox;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The far end of the socket of a rehearsal: as much of a WebSocket server as our own client needs. What
 * is written leaves with the next {@link #flush}.
 *
 * <p>One thread. Blocks. It takes less to load and to compile than the exchange's own server, whose
 * time would be missing for the code that is to be warm.
 */
final class RehearsalSocket implements Outbox, Closeable {
    private static final String KEY = "Sec-WebSocket-Key: ";
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_CLOSE = 0x88;
    private static final int SHORT_MAX = 125;
    private static final int MEDIUM = 126;
    private static final int MEDIUM_MAX = 65_535;
    private static final int LENGTH_BITS = 0x7F;
    private static final int WAIT_MS = 1;
    private static final int BATCH_BYTES = 1 << 16;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    RehearsalSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BATCH_BYTES));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BATCH_BYTES));
    }

    /** Answers the request to become a WebSocket. */
    void shakeHands() throws IOException {
        String key = "";
        for (String line = line(); !line.isEmpty(); line = line()) {
            key = line.startsWith(KEY) ? line.substring(KEY.length()) : key;
        }
        String head =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                        + acceptOf(key)
                        + "\r\n\r\n";
        out.write(head.getBytes(ISO_8859_1));
        out.flush();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static String acceptOf(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + ACCEPT_SUFFIX).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /** Waits a moment for a text of the client's; false when none came. */
    boolean awaitText() throws IOException {
        if (in.available() > 0) {
            return true;
        }
        in.mark(1);
        socket.setSoTimeout(WAIT_MS);
        try {
            int head = in.read();
            if (head < 0) {
                throw new EOFException("the client is gone");
            }
            in.reset();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    /** True when more of the client's has come. */
    boolean hasText() throws IOException {
        return in.available() > 0;
    }

    /** Reads the client's next text; null once it said goodbye, which is answered. */
    String read() throws IOException {
        while (true) {
            int head = in.readUnsignedByte();
            byte[] payload = payload();
            if (head == FINAL_TEXT) {
                return new String(payload, ISO_8859_1);
            }
            if (head == FINAL_CLOSE) {
                write(FINAL_CLOSE, payload, payload.length);
                flush();
                return null;
            }
        }
    }

    private byte[] payload() throws IOException {
        int length = in.readUnsignedByte() & LENGTH_BITS;
        if (length > MEDIUM) {
            throw new IOException("no request of ours is that long");
        }
        byte[] mask = new byte[Integer.BYTES];
        byte[] payload = new byte[length == MEDIUM ? in.readUnsignedShort() : length];
        in.readFully(mask);
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return payload;
    }

    @Override
    public void text(byte[] text, int length) {
        try {
            write(FINAL_TEXT, text, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void masked(byte[] text, int length) {
        throw new UnsupportedOperationException("no fault of the rehearsal masks");
    }

    private void write(int head, byte[] payload, int length) throws IOException {
        out.write(head);
        if (length <= SHORT_MAX) {
            out.write(length);
        } else if (length <= MEDIUM_MAX) {
            out.write(MEDIUM);
            out.writeShort(length);
        } else {
            out.write(MEDIUM + 1);
            out.writeLong(length);
        }
        out.write(payload, 0, length);
    }

    void flush() throws IOException {
        out.flush();
    }

    /** The exchange has no reason to end it; if it finds one, the rehearsal is over. */
    @Override
    public void close(int code, String reason) {
        throw new UncheckedIOException(new IOException(code + " " + reason));
    }

    @Override
    public void drop() {
        close(0, "dropped");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
