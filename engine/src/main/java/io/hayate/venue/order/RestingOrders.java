package io.hayate.venue.order;

import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.TickerSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The orders of clients that wait for their price. */
public final class RestingOrders {
    private static final long UNITS_MAX = 2_000_000_000_000_000_000L; // a level's sum stays a long

    private final Map<Long, VenueOrder> byId = new LinkedHashMap<>();
    private final Map<Market, List<VenueOrder>> byMarket = new LinkedHashMap<>();
    private final Map<VenueAccount, Integer> counts = new LinkedHashMap<>();
    private final int eachMax;

    /**
     * No orders yet.
     *
     * @param eachMax how many may rest in one account
     */
    public RestingOrders(int eachMax) {
        this.eachMax = eachMax;
    }

    /** How many may rest in one account. */
    int eachMax() {
        return eachMax;
    }

    void add(VenueOrder order) {
        byId.put(order.id(), order);
        byMarket.computeIfAbsent(order.market(), market -> new ArrayList<>()).add(order);
        counts.merge(order.account(), 1, Integer::sum);
    }

    void remove(VenueOrder order) {
        byId.remove(order.id());
        byMarket.get(order.market()).remove(order);
        counts.merge(order.account(), -1, Integer::sum);
    }

    /** True when no more orders of this account may rest. */
    boolean isFull(VenueAccount account) {
        return counts.getOrDefault(account, 0) >= eachMax;
    }

    /** True when the amounts of the market still have a sum with this one in it. */
    boolean hasRoom(OrderRequest request) {
        long units = request.units();
        for (VenueOrder order : byMarket.getOrDefault(request.market(), List.of())) {
            units += order.remainingUnits();
            if (units > UNITS_MAX) {
                return false;
            }
        }
        return true;
    }

    /** True when none rests in this market. */
    public boolean isEmpty(TickerSource market) {
        List<VenueOrder> orders = byMarket.get(market);
        return orders == null || orders.isEmpty();
    }

    /** The orders of an account in the order of their arrival; a copy. */
    List<VenueOrder> of(VenueAccount account) {
        return byId.values().stream().filter(order -> order.account() == account).toList();
    }

    /** The order with this id, or null. */
    VenueOrder find(long id) {
        return byId.get(id);
    }
}
