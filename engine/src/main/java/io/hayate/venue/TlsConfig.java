package io.hayate.venue;

import io.hayate.model.ConfigException;
import java.nio.file.Path;

/**
 * Whether the venue speaks TLS, and with which certificate.
 *
 * @param on true for {@code wss} and {@code https} on the venue's port, false for {@code ws} and
 *     {@code http}
 * @param certificate a file of certificates in PEM, the venue's first; null for one that is made at
 *     start
 * @param key a file with its key in PEM, or null
 */
public record TlsConfig(boolean on, Path certificate, Path key) {
    /** No TLS. */
    public static final TlsConfig OFF = new TlsConfig(false, null, null);

    /** TLS with a certificate that is made at start. */
    public static final TlsConfig MADE = new TlsConfig(true, null, null);

    public TlsConfig {
        if ((certificate == null) != (key == null)) {
            throw new ConfigException(
                    certificate == null
                            ? "embedded.tls-cert must be given with tls-key: was not given"
                            : "embedded.tls-key must be given with tls-cert: was not given");
        }
    }

    /** True when the certificate is in a file. */
    public boolean isGiven() {
        return certificate != null;
    }
}
