package io.hayate.venue;

/**
 * What a venue has seen since it started.
 *
 * @param clients connections that shook hands
 * @param frames texts of sockets
 * @param rest requests over HTTP
 * @param orders new orders, good or bad
 * @param accepted of these
 * @param refused of these
 * @param canceled accepted orders that ended before they were filled
 * @param fills parts of accepted orders that were executed
 */
public record VenueTotals(
        long clients,
        Frames frames,
        RestTotals rest,
        long orders,
        long accepted,
        long refused,
        long canceled,
        long fills) {
    /**
     * Texts of sockets.
     *
     * @param received from clients
     * @param sent to clients
     */
    public record Frames(long received, long sent) {}

    /** Texts from clients. */
    public long framesReceived() {
        return frames.received();
    }

    /** Texts to clients. */
    public long framesSent() {
        return frames.sent();
    }
}
