package io.hayate.latency;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A client's connection, never waited for. What the socket does not take is kept, in order. */
final class VenueSocket implements AutoCloseable {
    private static final int IN_BYTES = 1 << 18;
    private static final int OUT_BYTES = 1 << 23;
    private static final int OUT_ROOM = 1 << 22; // for the answers to all that one read brings
    private static final int TEXT_BYTES_MAX = 1 << 16;
    private static final int SEALED_BYTES_MAX = 1 << 19; // of 1,000 frames
    private static final int OPCODE_CONTINUATION = 0;
    private static final int OPCODE_TEXT = 1;
    private static final int OPCODE_CLOSE = 8;
    private static final int OPCODE_PING = 9;

    /** Takes what a client says. */
    interface Listener {
        /** A text message, valid until this returns. */
        void onText(byte[] text, int length, long receivedNs) throws IOException;
    }

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(IN_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(OUT_BYTES);
    private final StampingTls tls; // null for none
    private final ByteBuffer wire; // what the socket is to take: under TLS what is sealed
    private final ByteBuffer group; // sealed
    private final byte[] text = new byte[TEXT_BYTES_MAX];
    private long stalls;

    /** With TLS, or null for none. */
    VenueSocket(SocketChannel channel, StampingTls tls) throws IOException {
        this.channel = channel;
        this.tls = tls;
        wire = tls == null ? out : ByteBuffer.allocateDirect(2 * OUT_BYTES);
        group = tls == null ? null : ByteBuffer.allocateDirect(SEALED_BYTES_MAX);
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    SocketChannel channel() {
        return channel;
    }

    /** The received bytes before the first frame, for the handshake; from 0 to the position. */
    ByteBuffer in() {
        return in;
    }

    /** Where frames are appended; {@link #flush} sends them. */
    ByteBuffer out() {
        return out;
    }

    /** Reads what is there, unless its answers would find no room. Returns its size. */
    int read() throws IOException {
        if (out.remaining() < OUT_ROOM || wire.remaining() < OUT_ROOM) {
            return 0;
        }
        int bytes = tls == null ? channel.read(in) : tls.read(channel);
        if (bytes < 0) {
            throw new EOFException("the client closed the connection");
        }
        return bytes;
    }

    /** Opens what was read, where there is TLS; after the clock has been read. */
    void open() throws IOException {
        if (tls != null) {
            tls.open(in, wire);
        }
    }

    /** A group of frames as it is sent, by the next call; before the clock is read. */
    ByteBuffer seal(ByteBuffer frames) throws IOException {
        if (tls == null) {
            return frames;
        }
        group.clear();
        tls.seal(frames, group);
        return group.flip();
    }

    /** Sends a group of frames behind what is still kept. */
    void send(ByteBuffer sealed) throws IOException {
        if (wire.position() == 0) {
            channel.write(sealed);
        }
        if (sealed.hasRemaining()) {
            stalls++;
            wire.put(sealed);
        }
    }

    /** Sends what is kept, as far as the socket takes it. */
    void flush() throws IOException {
        if (tls != null && out.position() > 0) {
            out.flip();
            tls.seal(out, wire);
            out.compact();
        }
        if (wire.position() > 0) {
            wire.flip();
            channel.write(wire);
            stalls += wire.hasRemaining() ? 1 : 0;
            wire.compact();
        }
    }

    boolean isBehind() {
        return wire.position() > 0 || out.position() > 0;
    }

    /** How often the socket was full. */
    long stalls() {
        return stalls;
    }

    /** Hands out the whole frames that were read. */
    void readFrames(Listener listener, long receivedNs) throws IOException {
        in.flip();
        while (readFrame(listener, receivedNs)) {
            Thread.onSpinWait();
        }
        in.compact();
    }

    private boolean readFrame(Listener listener, long receivedNs) throws IOException {
        int at = in.position();
        if (in.remaining() < 2) {
            return false;
        }
        int length = in.get(at + 1) & 127;
        int header = length < 126 ? 2 : 4;
        if (in.remaining() < header + 4) {
            return false;
        }
        if (in.get(at + 1) >= 0 || length == 127) {
            throw new IOException("the client sent a frame without mask, or one of over 64 KiB");
        }
        length = length < 126 ? length : in.getShort(at + 2) & 0xffff;
        if (in.remaining() < header + 4 + length) {
            return false;
        }
        unmask(at + header, length);
        in.position(at + header + 4 + length);
        onFrame(in.get(at), length, listener, receivedNs);
        return true;
    }

    private void unmask(int maskAt, int length) {
        int mask = in.getInt(maskAt);
        in.get(maskAt + 4, text, 0, length);
        for (int i = 0; i < length; i++) {
            text[i] ^= (byte) (mask >> (24 - 8 * (i & 3)));
        }
    }

    private void onFrame(int first, int length, Listener listener, long receivedNs)
            throws IOException {
        int opcode = first & 15;
        if (first >= 0 || opcode == OPCODE_CONTINUATION) {
            throw new IOException("the client sent a fragment, which this venue does not take");
        } else if (opcode == OPCODE_TEXT) {
            listener.onText(text, length, receivedNs);
        } else if (opcode == OPCODE_PING) {
            out.put((byte) 0x8a).put((byte) length).put(text, 0, length);
        } else if (opcode == OPCODE_CLOSE) {
            throw new EOFException("the client said goodbye");
        }
    }

    /** Says goodbye; not waited for. */
    void sayGoodbye() throws IOException {
        out.put((byte) 0x88).put((byte) 2).putShort((short) 1_000);
        flush();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
