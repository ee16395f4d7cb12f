package io.hayate.order;

import io.hayate.model.OrderStatus;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The orders whose outcome is not known, and perhaps some of which it has become known.
 * Strategy thread, but for what says otherwise.
 */
final class DoubtfulOrders {
    private final Order[] orders;
    private final AtomicInteger shown = new AtomicInteger();
    private int count;

    DoubtfulOrders(int capacity) {
        orders = new Order[capacity];
    }

    /** Keeps an order that has come into doubt. */
    void add(Order order) {
        if (!order.inDoubt().isKept()) {
            order.inDoubt().kept(true);
            orders[count++] = order;
            shown.lazySet(count);
        }
    }

    /** Leaves out those that are in doubt no more. */
    void sweep() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            Order order = orders[i];
            if (order.status() == OrderStatus.UNKNOWN) {
                orders[kept++] = order;
            } else {
                order.inDoubt().kept(false);
            }
        }
        for (int i = kept; i < count; i++) {
            orders[i] = null;
        }
        count = kept;
        shown.lazySet(count);
    }

    /** How many there are, as any thread may see it. */
    int shown() {
        return shown.get();
    }

    int count() {
        return count;
    }

    Order get(int index) {
        return orders[index];
    }
}
