package io.hayate.venue;

/**
 * What a venue has seen since it started.
 *
 * @param clients connections that shook hands
 * @param framesReceived texts from clients
 * @param framesSent texts to clients
 * @param orders new orders, good or bad
 * @param accepted of these
 * @param refused of these
 * @param canceled accepted orders that ended before they were filled
 * @param fills parts of accepted orders that were executed
 */
public record VenueTotals(
        long clients,
        long framesReceived,
        long framesSent,
        long orders,
        long accepted,
        long refused,
        long canceled,
        long fills) {}
