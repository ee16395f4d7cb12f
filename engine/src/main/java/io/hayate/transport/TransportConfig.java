package io.hayate.transport;

import io.hayate.model.ConfigException;
import io.hayate.transport.tls.Tls;
import io.hayate.transport.tls.TlsKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the venue is and within what bounds it is talked to.
 *
 * @param url {@code ws://} or {@code wss://} with a host; port 80 or 443 and path / unless given
 * @param connectTimeoutMs for name, connection, TLS and upgrade together
 * @param frameBytesMax the largest message taken, put together from fragments or not
 * @param outboundBytesMax what may wait for the socket at most; more is not accepted
 * @param io what the loop runs on
 * @param tls whose TLS is used for {@code wss}
 * @param trustFile certificates in PEM that are trusted, or null for the roots of the JDK
 */
public record TransportConfig(
        URI url,
        int connectTimeoutMs,
        int frameBytesMax,
        int outboundBytesMax,
        IoKind io,
        TlsKind tls,
        Path trustFile) {
    private static final int FRAME_BYTES_MIN = 125;
    private static final int FRAME_BYTES_LIMIT = 1 << 30;

    public TransportConfig {
        checkUrl(url);
        check(connectTimeoutMs > 0, "connect-timeout must be positive", connectTimeoutMs + " ms");
        check(
                frameBytesMax >= FRAME_BYTES_MIN && frameBytesMax <= FRAME_BYTES_LIMIT,
                "frame-bytes-max must be from 125 to 1073741824",
                frameBytesMax);
        check(outboundBytesMax >= 1_024, "outbound-bytes-max must be over 1023", outboundBytesMax);
    }

    private static void checkUrl(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String text = url.toString();
        check(text.indexOf('@') < 0, "url must not hold a user or a password", "one that does");
        check(scheme.equals("ws") || scheme.equals("wss"), "url must be ws:// or wss://", url);
        check(url.getRawFragment() == null, "url must have no fragment", url);
        try {
            boolean isNameable = !Authority.of(url).hasUnderscore() || scheme.equals("ws");
            check(isNameable, "url must name a host without _ for wss", url);
        } catch (IllegalArgumentException e) {
            check(false, "url must name a host and a real port", url + ", " + e.getMessage());
        }
    }

    private static void check(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new ConfigException(rule + ": was " + was);
        }
    }

    boolean isSecure() {
        return url.getScheme().equalsIgnoreCase("wss");
    }

    /**
     * The TLS that its connections need; reads the files of what is trusted.
     *
     * @return null for {@code ws}, which needs none
     * @throws ConfigException when it cannot be had as it is asked for
     */
    public Tls newTls() {
        return isSecure() ? Tls.of(tls, io.isEpoll(), trustFile) : null;
    }

    Authority authority() {
        return Authority.of(url);
    }

    /** The host as a resolver wants it: without the brackets of an IPv6 address. */
    String host() {
        return authority().host();
    }

    int port() {
        int port = authority().port();
        return port > 0 ? port : isSecure() ? 443 : 80;
    }

    /** Host and port, for a person. */
    String peer() {
        return host() + ":" + port();
    }

    /** What the first line of the upgrade asks for: path and query. */
    String target() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** The Host header: the port is left out when it is not given, and the scheme's own. */
    String hostHeader() {
        return authority().header();
    }
}
