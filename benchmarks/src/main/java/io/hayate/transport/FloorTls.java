package io.hayate.transport;

import io.hayate.transport.tls.Tls;
import io.hayate.transport.tls.TlsKind;
import io.hayate.transport.tls.TlsRecords;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** The thinnest TLS that Java can have: Netty shakes hands, then records are sealed and opened by address. */
public final class FloorTls implements FloorWire {
    private static final int SEALED_BYTES = 1 << 16;
    private static final int TEXT_BYTES = 1 << 14;

    private final SocketChannel channel;
    private final EmbeddedChannel handshake = new EmbeddedChannel();
    private final TlsRecords records;
    private final ByteBuffer in = BufferUtil.allocateDirectAligned(SEALED_BYTES, 64);
    private final ByteBuffer out = BufferUtil.allocateDirectAligned(SEALED_BYTES, 64);
    private final ByteBuffer opened =
            BufferUtil.allocateDirectAligned(SEALED_BYTES + TlsRecords.OPEN_ROOM_BYTES, 64);
    private final UnsafeBuffer inMemory = new UnsafeBuffer(in);
    private final UnsafeBuffer outMemory = new UnsafeBuffer(out);
    private final UnsafeBuffer openedMemory = new UnsafeBuffer(opened);
    private final UnsafeBuffer text =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(TEXT_BYTES, 64));

    /**
     * Shakes hands on a connected socket that blocks.
     *
     * @param trusted certificates in PEM
     * @throws IOException when the venue's certificate is not trusted, or TLS fails
     */
    public FloorTls(SocketChannel channel, int port, Path trusted) throws IOException {
        this.channel = channel;
        SslHandler handler =
                Tls.of(TlsKind.BORINGSSL, true, trusted)
                        .newHandler(handshake.alloc(), "127.0.0.1", port);
        handshake.pipeline().addLast(handler);
        while (!handler.handshakeFuture().isDone()) {
            sendHandshake();
            hearHandshake();
        }
        sendHandshake();
        if (!handler.handshakeFuture().isSuccess()) {
            throw new IOException(handler.handshakeFuture().cause());
        }
        try {
            records = TlsRecords.takeOver(handshake.pipeline(), handler, false);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void sendHandshake() throws IOException {
        for (ByteBuf part = handshake.readOutbound();
                part != null;
                part = handshake.readOutbound()) {
            ByteBuffer bytes = part.nioBuffer();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            part.release();
        }
    }

    private void hearHandshake() throws IOException {
        in.clear();
        if (channel.read(in) < 0) {
            throw new EOFException("the venue closed the connection");
        }
        handshake.writeInbound(Unpooled.copiedBuffer(in.flip()));
        handshake.runPendingTasks();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        in.clear();
        int count = channel.read(in);
        if (count <= 0) {
            return count;
        }
        int length =
                records.open(
                        inMemory.addressOffset(),
                        count,
                        openedMemory.addressOffset(),
                        opened.capacity());
        if (length == 0 && records.hasEnded()) {
            return -1;
        }
        target.put(opened.limit(length).position(0));
        opened.clear();
        return length;
    }

    @Override
    public void write(ByteBuffer frame) throws IOException {
        int length = frame.remaining();
        text.putBytes(0, frame, frame.position(), length);
        frame.position(frame.limit());
        int count =
                records.seal(
                        text.addressOffset(), length, outMemory.addressOffset(), out.capacity());
        if (count < 0) {
            throw new IOException(records.failure());
        }
        out.position(0).limit(count);
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
    }

    @Override
    public void stopBlocking() throws IOException {
        channel.configureBlocking(false);
    }

    @Override
    public void close() throws IOException {
        records.free();
        handshake.finishAndReleaseAll();
        channel.close();
    }
}
