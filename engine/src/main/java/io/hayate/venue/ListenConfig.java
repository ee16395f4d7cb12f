package io.hayate.venue;

import io.hayate.model.ConfigException;

/**
 * Where the simulated venue listens.
 *
 * @param host an address or name of this machine; on loopback nobody else reaches it
 * @param port 0 takes any that is free
 * @param tls whether it speaks TLS there
 */
public record ListenConfig(String host, int port, TlsConfig tls) {
    public ListenConfig {
        require(!host.isBlank(), "host", "be an address or name of this machine", host);
        require(port >= 0 && port <= 65_535, "port", "be from 0 to 65535", port);
    }

    /** This host instead, on the same port. */
    public ListenConfig withHost(String value) {
        return new ListenConfig(value, port, tls);
    }

    /** This port instead, on the same host. */
    public ListenConfig withPort(int value) {
        return new ListenConfig(host, value, tls);
    }

    /** The same host and port, with this TLS. */
    public ListenConfig withTls(TlsConfig value) {
        return new ListenConfig(host, port, value);
    }

    private static void require(boolean valid, String key, String rule, Object value) {
        if (!valid) {
            throw new ConfigException("embedded." + key + " must " + rule + ": was " + value);
        }
    }
}
