package io.hayate.venue;

import io.hayate.model.ConfigException;

/**
 * Where the simulated venue listens.
 *
 * @param host a loopback address or name
 * @param port 0 takes any that is free
 */
public record ListenConfig(String host, int port) {
    public ListenConfig {
        require(!host.isBlank(), "host", "be a loopback address", host);
        require(port >= 0 && port <= 65_535, "port", "be from 0 to 65535", port);
    }

    private static void require(boolean valid, String key, String rule, Object value) {
        if (!valid) {
            throw new ConfigException("embedded." + key + " must " + rule + ": was " + value);
        }
    }
}
