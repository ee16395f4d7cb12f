package io.hayate.venue;

import io.hayate.model.ConfigException;
import io.hayate.venue.base.VenueTraffic;

/**
 * How much of each thing the venue takes before it says no; what its tables hold in all.
 *
 * @param connections that have shaken hands; one more is answered with 429
 * @param connectionsPerAddress of these from one address, so that others still find room
 * @param handshakes connections that have not shaken hands; one more is closed at once
 * @param handshakeMs after which a connection that has not shaken hands is closed
 * @param authFailures failed tries to authenticate on one connection, which then ends
 * @param orders that rest in one account; one more is refused
 * @param channelBytes the memory of all channels that anybody listens to; beyond it {@code
 *     subscribe} is answered with 10305
 * @param backlogBytes waiting for all clients together; beyond it the slowest one is closed
 */
public record VenueLimits(
        int connections,
        int connectionsPerAddress,
        int handshakes,
        int handshakeMs,
        int authFailures,
        int orders,
        long channelBytes,
        long backlogBytes) {
    /** What fits into the memory that {@code config/jvm.options} gives. */
    public static final VenueLimits DEFAULTS =
            new VenueLimits(500, 400, 200, 10_000, 20, 2_000, 64L << 20, 64L << 20);

    /** Characters of a {@code subId}. */
    public static final int SUB_ID_LENGTH_MAX = 1_024;

    /** Groups of an account's filter. */
    public static final int FILTER_GROUPS_MAX = 64;

    /** Characters of one group. */
    public static final int FILTER_LENGTH_MAX = 128;

    /** Bytes of an order's {@code meta}, which is kept with the order. */
    public static final int META_BYTES_MAX = 1_024;

    /** Characters of a client's text that {@link VenueTraffic} keeps. */
    public static final int RECENT_LENGTH_MAX = 8_192;

    public VenueLimits {
        requireRange(connections, 1, 100_000, "connections");
        requireRange(connectionsPerAddress, 1, 100_000, "connections-per-address");
        requireRange(handshakes, 1, 100_000, "handshakes");
        if (handshakeMs < 1 || handshakeMs > 3_600_000) {
            throw new ConfigException(
                    "limits.handshake-timeout must be from 1 ms to 1 h: was "
                            + handshakeMs
                            + " ms");
        }
        requireRange(authFailures, 1, 1_000_000, "auth-failures");
        requireRange(orders, 1, 100_000, "orders");
        requireRange(channelBytes, 1 << 16, 1L << 40, "channel-bytes");
        requireRange(backlogBytes, 1, 1L << 40, "backlog-bytes");
    }

    private static void requireRange(long value, long min, long max, String key) {
        if (value < min || value > max) {
            throw new ConfigException(
                    "limits." + key + " must be from " + min + " to " + max + ": was " + value);
        }
    }
}
