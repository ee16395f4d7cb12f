package io.hayate.transport.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;

/** Both ends of TLS in one thread, BoringSSL on either, joined in memory; the handshake is over. */
final class TlsEnds implements AutoCloseable {
    private final EmbeddedChannel client = new EmbeddedChannel();
    private final EmbeddedChannel server = new EmbeddedChannel();
    private final SslHandler clientHandler;
    private final SslHandler serverHandler;

    TlsEnds(String protocol) throws Exception {
        RunCertificate certificate = RunCertificate.make(Files.createTempDirectory("tls"));
        clientHandler =
                Tls.of(TlsKind.BORINGSSL, true, certificate.certificate())
                        .newHandler(client.alloc(), "127.0.0.1", 443);
        serverHandler =
                SslContextBuilder.forServer(
                                certificate.certificate().toFile(), certificate.key().toFile())
                        .sslProvider(SslProvider.OPENSSL)
                        .protocols(protocol)
                        .build()
                        .newHandler(server.alloc());
        delete(certificate);
        server.pipeline().addLast(serverHandler);
        client.pipeline().addLast(clientHandler);
        while (!clientHandler.handshakeFuture().isDone()
                || !serverHandler.handshakeFuture().isDone()) {
            pass(client, server);
            pass(server, client);
        }
        pass(client, server);
        pass(server, client);
        if (!clientHandler.handshakeFuture().isSuccess()) {
            throw new IOException(clientHandler.handshakeFuture().cause());
        }
    }

    private static void delete(RunCertificate certificate) throws IOException {
        Files.delete(certificate.certificate());
        Files.delete(certificate.key());
        Files.delete(certificate.key().getParent());
    }

    private static void pass(EmbeddedChannel from, EmbeddedChannel to) {
        for (ByteBuf part = from.readOutbound(); part != null; part = from.readOutbound()) {
            to.writeInbound(part);
        }
        to.runPendingTasks();
    }

    EmbeddedChannel client() {
        return client;
    }

    EmbeddedChannel server() {
        return server;
    }

    TlsRecords clientRecords() throws Exception {
        return TlsRecords.takeOver(client.pipeline(), clientHandler, false);
    }

    TlsRecords serverRecords() throws Exception {
        return TlsRecords.takeOver(server.pipeline(), serverHandler, false);
    }

    @Override
    public void close() {
        client.finishAndReleaseAll();
        server.finishAndReleaseAll();
    }
}
