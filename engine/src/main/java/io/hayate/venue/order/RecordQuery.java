package io.hayate.venue.order;

import java.util.List;

/**
 * Which orders or executions of an account are asked for.
 *
 * @param symbol of one market; null for all
 * @param orderIds of these orders alone; empty for all
 * @param startMs since 1970: what was updated, or executed, then or later
 * @param endMs likewise, or before
 * @param limit how many at most
 * @param oldestFirst true for rising times, false for falling ones
 */
public record RecordQuery(
        String symbol,
        List<Long> orderIds,
        long startMs,
        long endMs,
        int limit,
        boolean oldestFirst) {
    /** All there is, as far as it is kept. */
    public static final RecordQuery ALL =
            new RecordQuery(null, List.of(), 0, Long.MAX_VALUE, Integer.MAX_VALUE, false);

    /** True when this order, or an execution of it at this time, is meant. */
    public boolean admits(VenueOrder order, long timeMs) {
        return (symbol == null || symbol.equals(order.symbol()))
                && (orderIds.isEmpty() || orderIds.contains(order.id()))
                && timeMs >= startMs
                && timeMs <= endMs;
    }
}
