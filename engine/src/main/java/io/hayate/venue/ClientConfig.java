package io.hayate.venue;

import io.hayate.model.ConfigException;

/**
 * How the simulated venue treats a connection.
 *
 * @param heartbeatMs between heartbeats; 0 never beats
 * @param subscriptionsMax channels, the account's included
 * @param idleTimeoutMs without subscription, account and client frames it is dropped then
 * @param outboundBytesMax bytes that wait for the client, above which tickers for it are skipped
 * @param restLimitFactor how many times as many requests by REST as the real venue takes it takes
 *     of an address; 0 is no limit
 * @param limits what it takes of all of them
 */
public record ClientConfig(
        int heartbeatMs,
        int subscriptionsMax,
        int idleTimeoutMs,
        int outboundBytesMax,
        double restLimitFactor,
        VenueLimits limits) {
    /** As the real venue has it; an idle connection is dropped after a minute. */
    public static final ClientConfig DEFAULTS =
            new ClientConfig(15_000, 30, 60_000, 1_048_576, 1, VenueLimits.DEFAULTS);

    public ClientConfig {
        requireRange(heartbeatMs, 0, 600_000, "heartbeat-ms");
        requireRange(subscriptionsMax, 1, 10_000, "subscriptions-max");
        requireRange(idleTimeoutMs, 1, 86_400_000, "idle-timeout-ms");
        requireRange(outboundBytesMax, 1_024, 1 << 30, "outbound-bytes-max");
        if (!(restLimitFactor >= 0 && restLimitFactor <= 1_000_000)) {
            throw new ConfigException(
                    "embedded.rest-limit-factor must be from 0 to 1000000: was " + restLimitFactor);
        }
    }

    /** These settings with another time between heartbeats. */
    public ClientConfig withHeartbeatMs(int value) {
        return new ClientConfig(
                value, subscriptionsMax, idleTimeoutMs, outboundBytesMax, restLimitFactor, limits);
    }

    /** These settings with another bound on channels. */
    public ClientConfig withSubscriptionsMax(int value) {
        return new ClientConfig(
                heartbeatMs, value, idleTimeoutMs, outboundBytesMax, restLimitFactor, limits);
    }

    /** These settings with another time after which an idle connection is dropped. */
    public ClientConfig withIdleTimeoutMs(int value) {
        return new ClientConfig(
                heartbeatMs, subscriptionsMax, value, outboundBytesMax, restLimitFactor, limits);
    }

    /** These settings with another bound on what waits for a client. */
    public ClientConfig withOutboundBytesMax(int value) {
        return new ClientConfig(
                heartbeatMs, subscriptionsMax, idleTimeoutMs, value, restLimitFactor, limits);
    }

    /** These settings with other limits of REST. */
    public ClientConfig withRestLimitFactor(double value) {
        return new ClientConfig(
                heartbeatMs, subscriptionsMax, idleTimeoutMs, outboundBytesMax, value, limits);
    }

    /** These settings with other bounds of all connections. */
    public ClientConfig withLimits(VenueLimits value) {
        return new ClientConfig(
                heartbeatMs,
                subscriptionsMax,
                idleTimeoutMs,
                outboundBytesMax,
                restLimitFactor,
                value);
    }

    private static void requireRange(int value, int min, int max, String key) {
        if (value < min || value > max) {
            throw new ConfigException(
                    "embedded." + key + " must be from " + min + " to " + max + ": was " + value);
        }
    }
}
