package io.hayate.venue;

import io.hayate.model.ConfigException;

/**
 * How the simulated venue treats a connection.
 *
 * @param heartbeatMs between heartbeats; 0 never beats
 * @param subscriptionsMax channels, the account's included
 * @param idleTimeoutMs without subscription, account and client frames it is dropped then
 * @param outboundBytesMax bytes that wait for the client, above which tickers for it are skipped
 */
public record ClientConfig(
        int heartbeatMs, int subscriptionsMax, int idleTimeoutMs, int outboundBytesMax) {
    /** As the real venue has it; an idle connection is dropped after a minute. */
    public static final ClientConfig DEFAULTS = new ClientConfig(15_000, 30, 60_000, 1_048_576);

    public ClientConfig {
        requireRange(heartbeatMs, 0, 600_000, "heartbeat-ms");
        requireRange(subscriptionsMax, 1, 10_000, "subscriptions-max");
        requireRange(idleTimeoutMs, 1, 86_400_000, "idle-timeout-ms");
        requireRange(outboundBytesMax, 1_024, 1 << 30, "outbound-bytes-max");
    }

    private static void requireRange(int value, int min, int max, String key) {
        if (value < min || value > max) {
            throw new ConfigException(
                    "embedded." + key + " must be from " + min + " to " + max + ": was " + value);
        }
    }
}
