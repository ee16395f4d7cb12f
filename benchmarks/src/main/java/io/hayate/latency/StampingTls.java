package io.hayate.latency;

import io.hayate.transport.tls.RunCertificate;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * TLS of the venue's end of a connection. Texts are sealed before the clock is read and opened after, so that
 * its own share is in nobody's latency.
 */
final class StampingTls {
    private static final int IN_BYTES = 1 << 18;
    private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);

    private final SSLEngine engine;
    private final ByteBuffer in = ByteBuffer.allocateDirect(IN_BYTES);

    private StampingTls(SSLEngine engine) {
        this.engine = engine;
        engine.setUseClientMode(false);
    }

    /** What all connections of a venue share. */
    static SslContext context(RunCertificate certificate) throws IOException {
        return SslContextBuilder.forServer(
                        certificate.certificate().toFile(), certificate.key().toFile())
                .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
                .protocols("TLSv1.3", "TLSv1.2")
                .build();
    }

    /** That of a new connection. */
    static StampingTls of(SslContext context) {
        return new StampingTls(context.newEngine(PooledByteBufAllocator.DEFAULT));
    }

    /** Reads what is there; it waits to be opened. */
    int read(SocketChannel channel) throws IOException {
        return channel.read(in);
    }

    /** Opens what was read; what the handshake has to say goes to {@code wire}. */
    void open(ByteBuffer target, ByteBuffer wire) throws IOException {
        in.flip();
        SSLEngineResult result;
        do {
            result = engine.unwrap(in, target);
            runTasks();
            while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                engine.wrap(NOTHING, wire);
                runTasks();
            }
        } while (in.hasRemaining()
                && result.getStatus() == SSLEngineResult.Status.OK
                && (result.bytesConsumed() > 0 || result.bytesProduced() > 0));
        in.compact();
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new EOFException("the client closed the connection");
        }
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    /** Seals all of a text. */
    void seal(ByteBuffer text, ByteBuffer wire) throws IOException {
        while (text.hasRemaining()) {
            if (engine.wrap(text, wire).getStatus() != SSLEngineResult.Status.OK) {
                throw new IOException("a record finds no room");
            }
        }
    }
}
