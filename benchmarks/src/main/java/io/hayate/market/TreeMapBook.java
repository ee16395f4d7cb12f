package io.hayate.market;

import io.hayate.event.BookEntry;
import io.hayate.model.Side;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A book as it is mostly written: sorted maps of boxed numbers. */
final class TreeMapBook {
    private final TreeMap<Double, Level> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Double, Level> asks = new TreeMap<>();
    private final Map<Long, Order> orders = new HashMap<>();

    private record Level(double amount, int count) {}

    private record Order(Side side, double price, double amount) {}

    private Map<Double, Level> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    void applyLevel(BookEntry entry) {
        if (entry.isDelete()) {
            side(entry.side()).remove(entry.price());
        } else {
            side(entry.side()).put(entry.price(), new Level(entry.amount(), entry.count()));
        }
    }

    void applyOrder(BookEntry entry) {
        Order old = orders.remove(entry.orderId());
        if (old != null) {
            add(old, -old.amount, -1);
        }
        if (!entry.isDelete()) {
            Order order = new Order(entry.side(), entry.price(), entry.amount());
            orders.put(entry.orderId(), order);
            add(order, order.amount, 1);
        }
    }

    private void add(Order order, double amount, int count) {
        side(order.side)
                .compute(
                        order.price,
                        (price, level) -> {
                            int orders = (level == null ? 0 : level.count) + count;
                            double sum = (level == null ? 0 : level.amount) + amount;
                            return orders == 0 ? null : new Level(sum, orders);
                        });
    }

    double spread() {
        return asks.firstKey() - bids.firstKey();
    }
}
