package io.hayate.venue.server;

import io.hayate.model.ConfigException;
import io.hayate.venue.TlsConfig;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.net.ssl.SSLException;

/** The TLS of all connections of a venue: version 1.2 or later, of the JDK. */
final class VenueTls {
    private final SslContext context;
    private final String pem;

    private VenueTls(SslContext context, String pem) {
        this.context = context;
        this.pem = pem;
    }

    /**
     * As the settings say: with the certificate given, or one that is made now.
     *
     * @param address what a certificate that is made is for, beside loopback
     * @return null for none
     * @throws ConfigException when the files are not what they are to be
     */
    static VenueTls of(TlsConfig config, Instant now, ListenAddress address) {
        if (!config.on()) {
            return null;
        }
        try {
            return config.isGiven() ? given(config) : made(now, address);
        } catch (SSLException e) {
            throw new ConfigException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static VenueTls made(Instant now, ListenAddress address) throws SSLException {
        MadeCertificate made = MadeCertificate.at(now, address.certified());
        SslContextBuilder builder =
                SslContextBuilder.forServer(made.key(), made.certificate(), made.authority());
        return new VenueTls(finish(builder), made.pem());
    }

    private static VenueTls given(TlsConfig config) throws SSLException {
        requireReadable("tls-cert", config.certificate());
        requireReadable("tls-key", config.key());
        try {
            SslContextBuilder builder =
                    SslContextBuilder.forServer(
                            config.certificate().toFile(), config.key().toFile());
            return new VenueTls(finish(builder), null);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    "embedded.tls-cert must hold a certificate and tls-key its key, in PEM and PKCS#8:"
                            + " was "
                            + config.certificate()
                            + " and "
                            + config.key(),
                    e);
        }
    }

    private static void requireReadable(String key, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ConfigException("embedded." + key + " must be a readable file: was " + file);
        }
    }

    private static SslContext finish(SslContextBuilder builder) throws SSLException {
        return builder.sslProvider(SslProvider.JDK).protocols("TLSv1.3", "TLSv1.2").build();
    }

    /** The certificate in PEM that clients are to trust; null for one that was given. */
    String pem() {
        return pem;
    }

    /** What encrypts one connection. */
    SslHandler newHandler(ByteBufAllocator buffers) {
        return context.newHandler(buffers);
    }
}
