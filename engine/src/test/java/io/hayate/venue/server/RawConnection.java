package io.hayate.venue.server;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A socket on which WebSocket is spoken by hand, for what a good client cannot do or see. */
public final class RawConnection implements AutoCloseable {
    private static final int TIMEOUT_MS = 30_000;
    private static final int ATTEMPTS_MAX = 100;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    public RawConnection(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** A connection that comes from this address. */
    public RawConnection(int port, String address) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true); // what was sent has come before what another sends
        socket.bind(new InetSocketAddress(address, 0));
        socket.setReceiveBufferSize(16_384);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(TIMEOUT_MS);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /**
     * A connection that has a ticker, of which all up to the answer is read. One that this machine held
     * up may be dropped as idle before it has asked: then another comes.
     */
    static RawConnection subscribed(int port, String symbol) throws IOException {
        for (int i = 0; i < ATTEMPTS_MAX; i++) {
            RawConnection connection = new RawConnection(port);
            try {
                connection.upgrade("/ws/2");
                connection.text(
                        "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\""
                                + symbol
                                + "\"}",
                        true);
                connection.readTo("{\"event\":\"subscribed\"");
                return connection;
            } catch (SocketException | EOFException e) {
                connection.close();
            }
        }
        throw new AssertionError("always dropped before it had asked");
    }

    private void readTo(String start) throws IOException {
        String text = frame().text();
        while (!text.startsWith(start)) {
            text = frame().text();
        }
    }

    /** Sends these lines and an empty one, and answers the first line of the response. */
    String http(String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        String first = line();
        String line = first;
        while (!line.isEmpty()) {
            line = line();
        }
        return first;
    }

    public String upgrade(String path) throws IOException {
        return http(
                "GET " + path + " HTTP/1.1",
                "Host: 127.0.0.1",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Extensions: permessage-deflate");
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed in the handshake");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Sends a short text frame, masked with zeros or not at all. */
    public void text(String text, boolean masked) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        out.write(0x81);
        out.write(payload.length | (masked ? 0x80 : 0));
        if (masked) {
            out.write(new byte[4]);
        }
        out.write(payload);
    }

    /** Sends a binary frame of these bytes, masked with zeros. */
    void binary(byte... payload) throws IOException {
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) 0x82;
        frame[1] = (byte) (payload.length | 0x80);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        out.write(frame);
    }

    /** Sends these bytes as they are. */
    void raw(String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Sends a part of a text, masked with zeros, of less than 126 bytes. */
    void fragment(boolean first, boolean last, String part) throws IOException {
        byte[] payload = part.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) ((first ? 1 : 0) | (last ? 0x80 : 0));
        frame[1] = (byte) (payload.length | 0x80);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        out.write(frame);
    }

    /** Reads frames until the closing one, and answers its code and reason. */
    String readToClose() throws IOException {
        Frame frame = frame();
        while (frame.first() != 0x88) {
            frame = frame();
        }
        return frame.closeCode() + " " + frame.payload().substring(2);
    }

    /** Sends an empty ping of the WebSocket protocol. */
    public void ping() throws IOException {
        out.write(new byte[] {(byte) 0x89, (byte) 0x80, 0, 0, 0, 0});
    }

    /** Says goodbye with 1000. */
    void goodbye() throws IOException {
        out.write(new byte[] {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xE8});
    }

    /** Sends these bytes, written in hexadecimal digits. */
    void hex(String digits) throws IOException {
        out.write(HexFormat.of().parseHex(digits));
    }

    /** Announces a masked text frame of so many bytes and sends none of them. */
    void announce(long length) throws IOException {
        byte[] header = new byte[14];
        header[0] = (byte) 0x81;
        header[1] = (byte) 0xFF;
        for (int i = 0; i < 8; i++) {
            header[2 + i] = (byte) (length >>> (8 * (7 - i)));
        }
        out.write(header);
    }

    /** Reads one frame. */
    public Frame frame() throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        int length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        int mask = (second & 0x80) == 0 ? 0 : in.readInt();
        String payload = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        return new Frame(first, mask, payload);
    }

    /** True when the venue has closed the connection and sent nothing more. */
    public boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * A frame as it came.
     *
     * @param payload its bytes, each as one character
     */
    public record Frame(int first, int mask, String payload) {
        public String text() {
            byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
            return new String(bytes, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return (payload.charAt(0) << 8) | payload.charAt(1);
        }
    }
}
