package io.hayate.order;

import org.agrona.collections.Long2ObjectHashMap;

/**
 * All orders that are kept: the open ones, and the latest of those that are done, so that a late
 * fill still finds its order. Made at start; allocates nothing after.
 */
final class OrderPool {
    private static final float LOAD_FACTOR = 0.5f;

    private final Order[] orders;
    private final Long2ObjectHashMap<Order> byClientOrderId;
    private final Long2ObjectHashMap<Order> byOrderId;
    private int next;
    private int used;

    OrderPool(int capacity) {
        orders = new Order[capacity];
        for (int i = 0; i < capacity; i++) {
            orders[i] = new Order();
        }
        byClientOrderId = new Long2ObjectHashMap<>(capacity * 4, LOAD_FACTOR);
        byOrderId = new Long2ObjectHashMap<>(capacity * 4, LOAD_FACTOR);
    }

    /**
     * An order to begin, in the place of the oldest that is done; null when all are open. What it
     * was can still be read, but no longer be found.
     */
    Order acquire() {
        if (used < orders.length) {
            return orders[used++];
        }
        for (int tried = 0; tried < orders.length; tried++) {
            Order order = orders[next];
            next = next + 1 == orders.length ? 0 : next + 1;
            if (!order.isOpen()) {
                forget(order);
                return order;
            }
        }
        return null;
    }

    private void forget(Order order) {
        byClientOrderId.remove(order.clientOrderId());
        if (order.orderId() != 0) {
            byOrderId.remove(order.orderId());
        }
    }

    /** Makes a begun order known by our number. */
    void onBegun(Order order) {
        byClientOrderId.put(order.clientOrderId(), order);
    }

    /** Makes an order known by the venue's number, too. */
    void onOrderId(Order order, long orderId) {
        if (orderId != 0 && order.orderId() == 0) {
            order.orderId(orderId);
            byOrderId.put(orderId, order);
        }
    }

    /** The order with one of these numbers (0 for unknown), or null when it is none of ours. */
    Order find(long clientOrderId, long orderId) {
        Order order = orderId == 0 ? null : byOrderId.get(orderId);
        return order != null || clientOrderId == 0 ? order : byClientOrderId.get(clientOrderId);
    }

    /** How many are kept; those at 0 to this, in no order. */
    int size() {
        return used;
    }

    Order get(int index) {
        return orders[index];
    }
}
