package io.hayate.order;

import io.hayate.outbound.OpenNumbers;
import io.hayate.portfolio.OpenUnits;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * All orders that are kept: the open ones, and the latest of those that are done, so that a late
 * fill still finds its order. Made at start; allocates nothing after.
 *
 * <p>Places are used again as soon as {@value #KEPT_LEAST} are in use, so that an order is written into
 * memory that is at hand in the core's cache; more of them come into use while more orders are open.
 */
final class OrderPool {
    private static final int KEPT_LEAST = 1_024;
    private static final int OPEN_IN_A_ROW_MAX = 8;
    private static final float LOAD_FACTOR = 0.5f;

    private final Order[] orders;
    private final Long2ObjectHashMap<Order> byClientOrderId;
    private final Long2ObjectHashMap<Order> byOrderId;
    private int next;
    private int used;
    private boolean isFresh; // what was answered last

    @SuppressWarnings("unused") // what was read must go somewhere, or it would not be read
    private long touched;

    /** Places for as many orders as find one among those numbers. */
    OrderPool(OpenNumbers numbers, OpenUnits open) {
        int capacity = numbers.capacity();
        orders = new Order[capacity];
        for (int i = 0; i < capacity; i++) {
            orders[i] = new Order(open, new OpenPlace(numbers, i));
        }
        byClientOrderId = new Long2ObjectHashMap<>(2 * capacity, LOAD_FACTOR);
        byOrderId = new Long2ObjectHashMap<>(2 * capacity, LOAD_FACTOR);
    }

    /**
     * A place for an order: that of the oldest order that is done, which stays what it is until {@link
     * #take}, or one never used; null when all are open.
     */
    Order free() {
        isFresh = isFreshDue();
        if (isFresh) {
            return orders[used];
        }
        for (int tried = 0; tried < used; tried++) {
            if (!orders[next].isOpen()) {
                return orders[next];
            }
            next = following(next);
        }
        return null;
    }

    /** True when a place comes into use that never was: few are, or too many in a row are open. */
    private boolean isFreshDue() {
        if (used == orders.length) {
            return false;
        }
        for (int tried = 0; used >= KEPT_LEAST && tried < OPEN_IN_A_ROW_MAX; tried++) {
            if (!orders[next].isOpen()) {
                return false;
            }
            next = following(next);
        }
        return true;
    }

    private int following(int index) {
        return index + 1 == used ? 0 : index + 1;
    }

    /** Takes the place that {@link #free} answered last: who was there is found no more. */
    void take() {
        if (isFresh) {
            used++;
            return;
        }
        Order order = orders[next];
        byClientOrderId.remove(order.clientOrderId());
        if (order.orderId() != 0) {
            byOrderId.remove(order.orderId());
        }
        next = following(next);
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

    /**
     * The order with one of these numbers (0 for unknown), or null when it is none of ours: others
     * who trade on the account may use our numbers, but never the venue's for one of ours.
     */
    Order find(long clientOrderId, long orderId) {
        Order order = orderId == 0 ? null : byOrderId.get(orderId);
        if (order != null || clientOrderId == 0) {
            return order;
        }
        Order ours = byClientOrderId.get(clientOrderId);
        boolean another = ours != null && orderId != 0 && ours.orderId() != 0;
        return another ? null : ours;
    }

    /** Reads what the next order will overwrite; nothing changes. */
    void prefetch(long clientOrderId) {
        Order order = orders[next];
        boolean isNumbered = byClientOrderId.containsKey(clientOrderId);
        boolean isKnown = byClientOrderId.containsKey(order.clientOrderId());
        boolean isNamed = byOrderId.containsKey(order.orderId());
        touched += order.touch() + (isNumbered || isKnown || isNamed ? 1 : 0);
    }

    /** How many can be kept. */
    int capacity() {
        return orders.length;
    }

    /** How many are kept; those at 0 to this, in no order. */
    int size() {
        return used;
    }

    Order get(int index) {
        return orders[index];
    }
}
