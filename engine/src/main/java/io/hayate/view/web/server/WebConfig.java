package io.hayate.view.web.server;

import io.hayate.model.ConfigException;
import java.nio.file.Path;
import java.util.List;

/**
 * Settings of the HTTP server.
 *
 * @param isEnabled false where none is started
 * @param host the address that it listens at: of this machine alone unless {@code tls} is given
 * @param port 0 for any that is free
 * @param names under which else it may be asked, beside the address and the names of loopback
 * @param tls null for none
 * @param token what programs show; null where one is made at each start, and people come by link alone
 */
public record WebConfig(
        boolean isEnabled, String host, int port, List<String> names, Tls tls, String token) {
    public static final String KEY = "http";
    public static final int TOKEN_LENGTH_MIN = 16;

    public static final WebConfig OFF =
            new WebConfig(false, "127.0.0.1", 8_080, List.of(), null, null);

    private static final int PORT_MAX = 65_535;

    /** Certificate and key, in PEM. */
    public record Tls(Path certificate, Path key) {}

    /**
     * Refuses what cannot be served, or not safely.
     *
     * @throws ConfigException naming the setting
     */
    public WebConfig {
        names = List.copyOf(names);
        if (port < 0 || port > PORT_MAX) {
            throw new ConfigException("http.port must be 0 to 65535: was " + port);
        }
        if (isEnabled && tls == null && !LoopbackNames.isLoopback(host)) {
            throw new ConfigException(
                    "http.host must be 127.0.0.1, ::1 or localhost unless http.tls-cert and http.tls-key"
                            + " are set: was "
                            + host);
        }
        if (isEnabled && token != null && token.length() < TOKEN_LENGTH_MIN) {
            throw new ConfigException(
                    "the token of http must have "
                            + TOKEN_LENGTH_MIN
                            + " characters at least: it had "
                            + token.length());
        }
    }
}
