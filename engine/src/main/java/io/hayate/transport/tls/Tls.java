package io.hayate.transport.tls;

import io.hayate.model.ConfigException;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContext;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.NetUtil;
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
     * Reads what is trusted, and tests the library where records are wanted of it.
     *
     * @param onEpoll true when sockets are read through epoll
     * @param trusted certificates in PEM, or null for the roots of the JDK
     * @throws ConfigException when TLS cannot be had as it is asked for
     */
    public static Tls of(TlsKind kind, boolean onEpoll, Path trusted) {
        SslContext context = context(kind, trusted);
        boolean wantsRecords = onEpoll && kind != TlsKind.HANDLER;
        return new Tls(context, context instanceof OpenSslContext, wantsRecords);
    }

    static SslContext context(TlsKind kind, Path trusted) {
        SslContextBuilder builder =
                SslContextBuilder.forClient()
                        .sslProvider(provider(kind))
                        .protocols("TLSv1.3", "TLSv1.2")
                        .endpointIdentificationAlgorithm("HTTPS");
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
    public boolean isByAddress() {
        return byAddress;
    }

    /** Whose TLS it is, and why not the usual one, for a person. */
    public String way() {
        return way;
    }

    /**
     * What encrypts one connection: any name is told to the venue, one without a dot, too.
     *
     * @param host a name, or an address without brackets and zone
     */
    public SslHandler newHandler(ByteBufAllocator buffers, String host, int port) {
        SslHandler handler = context.newHandler(buffers, host, port);
        if (!NetUtil.isValidIpV4Address(host) && !NetUtil.isValidIpV6Address(host)) {
            SSLParameters parameters = handler.engine().getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            handler.engine().setSSLParameters(parameters);
        }
        return handler;
    }
}
