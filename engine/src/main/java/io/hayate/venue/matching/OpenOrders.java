package io.hayate.venue.matching;

import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.TickerSource;
import io.hayate.venue.order.VenueOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The orders of clients that have not ended: those in a book and those that wait for their price. */
public final class OpenOrders {
    private static final long UNITS_MAX = 2_000_000_000_000_000_000L; // a level's sum stays a long

    private final Map<Long, VenueOrder> byId = new LinkedHashMap<>();
    private final Map<VenueAccount, Map<Long, VenueOrder>> byAccount = new LinkedHashMap<>();
    private final Map<Market, Map<Long, VenueOrder>> waiting = new LinkedHashMap<>();
    private final Map<Market, MarketSums> sums = new LinkedHashMap<>();
    private final int eachMax;

    /** How much of one market is open. */
    private static final class MarketSums {
        private int count;
        private long units;
    }

    /**
     * No orders yet.
     *
     * @param eachMax how many may be open in one account
     */
    public OpenOrders(int eachMax) {
        this.eachMax = eachMax;
    }

    /** How many may be open in one account. */
    int eachMax() {
        return eachMax;
    }

    void add(VenueOrder order) {
        byId.put(order.id(), order);
        byAccount
                .computeIfAbsent(order.account(), account -> new LinkedHashMap<>())
                .put(order.id(), order);
        if (order.isWaiting()) {
            waiting.computeIfAbsent(order.market(), market -> new LinkedHashMap<>())
                    .put(order.id(), order);
        }
        MarketSums sum = sums.computeIfAbsent(order.market(), market -> new MarketSums());
        sum.count++;
        sum.units += order.remainingUnits();
    }

    /** So much of an order was executed, be it open or not yet. */
    void onFilled(VenueOrder order, long units) {
        if (byId.containsKey(order.id())) {
            resize(order, -units);
        }
    }

    /** So much less, or more, is left of an order of this market. */
    void resize(VenueOrder order, long change) {
        sums.get(order.market()).units += change;
    }

    /** Takes an order out, with what is left of it. */
    void remove(VenueOrder order) {
        byId.remove(order.id());
        byAccount.get(order.account()).remove(order.id());
        stopWaiting(order);
        MarketSums sum = sums.get(order.market());
        sum.count--;
        sum.units -= order.remainingUnits();
    }

    /** The order waits no longer for its price. */
    void stopWaiting(VenueOrder order) {
        Map<Long, VenueOrder> here = waiting.get(order.market());
        if (here != null) {
            here.remove(order.id());
        }
    }

    /** Markets in which an order waits, or has waited, for its price. */
    Collection<Market> marketsOfWaiting() {
        return waiting.keySet();
    }

    /** The orders of this market that wait for their price, in the order of their arrival; a copy. */
    List<VenueOrder> waiting(Market market) {
        Map<Long, VenueOrder> here = waiting.get(market);
        return here == null || here.isEmpty() ? List.of() : new ArrayList<>(here.values());
    }

    /** True when so many more orders of this account have no room. */
    boolean isFull(VenueAccount account, int more) {
        Map<Long, VenueOrder> orders = byAccount.get(account);
        return (orders == null ? 0 : orders.size()) + more > eachMax;
    }

    /** True when the amounts of the market still have a sum with this one in it. */
    boolean hasRoom(Market market, long units) {
        MarketSums sum = sums.get(market);
        return sum == null || units <= UNITS_MAX - sum.units;
    }

    /** True when none is open in this market. */
    public boolean isEmpty(TickerSource market) {
        MarketSums sum = sums.get(market);
        return sum == null || sum.count == 0;
    }

    /** The orders of an account in the order of their arrival; a copy. */
    List<VenueOrder> of(VenueAccount account) {
        Map<Long, VenueOrder> orders = byAccount.get(account);
        return orders == null ? List.of() : List.copyOf(orders.values());
    }

    /** The order with this id, or null. */
    VenueOrder find(long id) {
        return byId.get(id);
    }
}
