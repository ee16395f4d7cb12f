package io.hayate.venue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The orders of clients that wait for their price. */
final class RestingOrders {
    private final Map<Long, VenueOrder> byId = new LinkedHashMap<>();
    private final Map<Market, List<VenueOrder>> byMarket = new HashMap<>();

    void add(VenueOrder order) {
        byId.put(order.id(), order);
        byMarket.computeIfAbsent(order.market(), market -> new ArrayList<>()).add(order);
    }

    void remove(VenueOrder order) {
        byId.remove(order.id());
        byMarket.get(order.market()).remove(order);
    }

    boolean isEmpty(TickerSource market) {
        List<VenueOrder> orders = byMarket.get(market);
        return orders == null || orders.isEmpty();
    }

    /** The orders of an account in the order of their arrival; a copy. */
    List<VenueOrder> of(DemoAccount account) {
        return byId.values().stream().filter(order -> order.account() == account).toList();
    }

    /** The order with this id, or null. */
    VenueOrder find(long id) {
        return byId.get(id);
    }
}
