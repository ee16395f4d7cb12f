package io.hayate.venue;

import io.hayate.venue.base.VenueTraffic;

/**
 * How much of each thing the venue takes before it says no; what its tables hold in all.
 *
 * @param connections that have shaken hands; one more is answered with 429
 * @param connectionsPerAddress of these from one address, so that others still find room
 * @param handshakes connections that have not shaken hands; one more is closed at once
 * @param handshakeMs after which a connection that has not shaken hands is closed
 * @param feedBytes the memory of all feeds that anybody listens to; beyond it {@code subscribe} is
 *     answered with 10305
 * @param orders that rest in one account; one more is refused
 * @param backlogBytes waiting for all clients together; beyond it the slowest one is closed
 */
public record VenueLimits(
        int connections,
        int connectionsPerAddress,
        int handshakes,
        int handshakeMs,
        long feedBytes,
        int orders,
        long backlogBytes) {
    /** What fits into the memory that {@code config/jvm.options} gives. */
    public static final VenueLimits DEFAULTS =
            new VenueLimits(500, 400, 200, 10_000, 64L << 20, 2_000, 64L << 20);

    /** Characters of a {@code subId}. */
    public static final int SUB_ID_LENGTH_MAX = 1_024;

    /** Groups of an account's filter. */
    public static final int FILTER_GROUPS_MAX = 64;

    /** Characters of one group. */
    public static final int FILTER_LENGTH_MAX = 128;

    /** Failed tries to authenticate on one connection. */
    public static final int AUTH_FAILURES_MAX = 20;

    /** Bytes of an order's {@code meta}, which is kept with the order. */
    public static final int META_BYTES_MAX = 1_024;

    /** Characters of a client's text that {@link VenueTraffic} keeps. */
    public static final int RECENT_LENGTH_MAX = 8_192;
}
