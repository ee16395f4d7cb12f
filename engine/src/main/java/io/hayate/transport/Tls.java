package io.hayate.transport;

import io.hayate.model.ConfigException;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContext;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/**
 * The TLS of {@code wss}: version 1.2 or later, certificate checked, host name sent and verified. Made
 * before a loop starts, as it reads what is trusted from files; serves any number of connections.
 */
public final class Tls {
    /** {@link #way} where records are sealed and opened by us. */
    public static final String BORINGSSL = "BoringSSL";

    /** {@link #way} where there is no native library. */
    public static final String JDK = "JDK";

    private final SslContext context;
    private final boolean byAddress;
    private final String way;

    /**
     * With a context that is made already.
     *
     * @param isNative true when it is BoringSSL's
     * @param wantsRecords true to have its records by address, if the self-test does not fail
     */
    Tls(SslContext context, boolean isNative, boolean wantsRecords) {
        this.context = context;
        String failure = isNative && wantsRecords ? TlsSelfTest.failure(context) : null;
        byAddress = isNative && wantsRecords && failure == null;
        way = isNative ? nativeWay(failure) : JDK;
    }

    private String nativeWay(String failure) {
        String why = failure == null ? "" : ": its self-test failed, " + failure;
        return byAddress ? BORINGSSL : BORINGSSL + " in Netty's handler" + why;
    }

    /**
     * What a connection needs.
     *
     * @return null for {@code ws}, which needs none
     * @throws ConfigException when TLS cannot be had as it is asked for
     */
    public static Tls of(TransportConfig config) {
        if (!config.isSecure()) {
            return null;
        }
        SslContext context = context(config);
        return new Tls(context, context instanceof OpenSslContext, wantsRecords(config));
    }

    private static boolean wantsRecords(TransportConfig config) {
        return config.tls() != TlsKind.HANDLER && config.io() != IoKind.NIO && Epoll.isAvailable();
    }

    /**
     * The {@link #way} that a run with these settings goes on this machine.
     *
     * @throws ConfigException when it goes none
     */
    public static String wayOf(IoKind io, TlsKind tls) {
        URI any = URI.create("wss://localhost");
        return of(new TransportConfig(any, 1, 1_024, 1_024, io, tls, null)).way();
    }

    static SslContext context(TransportConfig config) {
        SslContextBuilder builder =
                SslContextBuilder.forClient()
                        .sslProvider(provider(config.tls()))
                        .protocols("TLSv1.3", "TLSv1.2")
                        .endpointIdentificationAlgorithm("HTTPS");
        Path trusted = config.trustFile();
        if (trusted != null && !Files.isReadable(trusted)) {
            throw new ConfigException("trust-file must be a readable file: was " + trusted);
        }
        try {
            return withoutSessions(
                    (trusted == null ? builder : builder.trustManager(trusted.toFile())).build());
        } catch (SSLException | IllegalArgumentException e) {
            throw new ConfigException(
                    trusted == null
                            ? "TLS cannot be set up: " + e.getMessage()
                            : "trust-file must hold certificates in PEM: was " + trusted,
                    e);
        }
    }

    /**
     * No session is resumed: each connection shakes hands whole. BoringSSL then tells Java of no ticket, which would
     * make objects on the loop, whenever a venue sends one.
     */
    private static SslContext withoutSessions(SslContext context) {
        if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
            sessions.setSessionCacheEnabled(false);
        }
        return context;
    }

    private static SslProvider provider(TlsKind kind) {
        boolean isNative = kind == TlsKind.BORINGSSL || kind == TlsKind.HANDLER;
        if (isNative && !OpenSsl.isAvailable()) {
            throw new ConfigException(
                    "tls must be auto or jdk here, for BoringSSL is not available: was "
                            + kind.name().toLowerCase(Locale.ROOT),
                    OpenSsl.unavailabilityCause());
        }
        return kind != TlsKind.JDK && OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK;
    }

    /** True when records are sealed and opened by us once Netty has shaken hands; on epoll alone. */
    boolean isByAddress() {
        return byAddress;
    }

    /** Whose TLS it is, and why not the usual one, for a person. */
    public String way() {
        return way;
    }

    /** What encrypts one connection: any name is told to the venue, one without a dot, too. */
    SslHandler newHandler(ByteBufAllocator buffers, TransportConfig config) {
        Authority authority = config.authority();
        String host = authority.withoutZone();
        SslHandler handler = context.newHandler(buffers, host, config.port());
        if (!authority.isAddress()) {
            SSLParameters parameters = handler.engine().getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            handler.engine().setSSLParameters(parameters);
        }
        return handler;
    }
}
