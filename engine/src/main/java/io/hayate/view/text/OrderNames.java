package io.hayate.view.text;

import io.hayate.event.ExecutionReport;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One name for an order in all lines about it: the number that we gave it, also where the venue
 * tells only its own. Remembers a bounded number of orders. View thread.
 */
final class OrderNames {
    private static final int ORDERS_MAX = 4_096;

    private final Map<Long, Long> clientOrderIds =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
                    return size() > ORDERS_MAX;
                }
            };

    /** {@code order 1764000000123}, or just {@code order} for one that has no number. */
    String of(ExecutionReport report) {
        long name = number(report.orderId(), report.clientOrderId());
        return name == 0 ? "order" : "order " + name;
    }

    private long number(long orderId, long clientOrderId) {
        if (clientOrderId == 0) {
            return clientOrderIds.getOrDefault(orderId, orderId);
        }
        if (orderId != 0) {
            clientOrderIds.put(orderId, clientOrderId);
        }
        return clientOrderId;
    }
}
