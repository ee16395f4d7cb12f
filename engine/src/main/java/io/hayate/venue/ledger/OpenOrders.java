package io.hayate.venue.ledger;

import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.TickerSource;
import io.hayate.venue.order.VenueOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;

/** The orders of clients that have not ended: those in a book and those that wait for their price. */
public final class OpenOrders {
    private static final long UNITS_MAX = 2_000_000_000_000_000_000L; // a level's sum stays a long

    private final Long2ObjectHashMap<Place> byId = new Long2ObjectHashMap<>();
    private final Map<VenueAccount, AccountOrders> byAccount = new LinkedHashMap<>();
    private final Map<Market, Map<Long, VenueOrder>> waiting = new LinkedHashMap<>();
    private final Map<Market, MarketSums> sums = new LinkedHashMap<>();
    private final int eachMax;

    /** An order among those of its account. */
    private static final class Place {
        private final VenueOrder order;
        private final AccountOrders all;
        private final MarketSums sum;
        private Place before;
        private Place after;

        private Place(VenueOrder order, AccountOrders all, MarketSums sum) {
            this.order = order;
            this.all = all;
            this.sum = sum;
        }
    }

    /** The orders of one account, a chain in the order of their arrival. */
    private static final class AccountOrders {
        private Place first;
        private Place last;
        private int count;

        private void append(Place place) {
            place.before = last;
            if (last == null) {
                first = place;
            } else {
                last.after = place;
            }
            last = place;
            count++;
        }

        private void remove(Place place) {
            if (place.before == null) {
                first = place.after;
            } else {
                place.before.after = place.after;
            }
            if (place.after == null) {
                last = place.before;
            } else {
                place.after.before = place.before;
            }
            count--;
        }

        private List<VenueOrder> copy() {
            List<VenueOrder> orders = new ArrayList<>(count);
            for (Place place = first; place != null; place = place.after) {
                orders.add(place.order);
            }
            return orders;
        }
    }

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
    public int eachMax() {
        return eachMax;
    }

    /** Takes an order in that has not ended. */
    public void add(VenueOrder order) {
        MarketSums sum = sums.computeIfAbsent(order.market(), market -> new MarketSums());
        sum.count++;
        sum.units += order.remainingUnits();
        AccountOrders all =
                byAccount.computeIfAbsent(order.account(), account -> new AccountOrders());
        Place place = new Place(order, all, sum);
        all.append(place);
        byId.put(order.id(), place);
        if (order.isWaiting()) {
            waiting.computeIfAbsent(order.market(), market -> new LinkedHashMap<>())
                    .put(order.id(), order);
        }
    }

    /** So much of an order was executed, be it open or not yet. */
    public void onFilled(VenueOrder order, long units) {
        Place place = byId.get(order.id());
        if (place != null) {
            place.sum.units -= units;
        }
    }

    /** So much less, or more, is left of an order of this market. */
    public void resize(VenueOrder order, long change) {
        sums.get(order.market()).units += change;
    }

    /** Takes an order out, with what is left of it; false when it was not in. */
    public boolean remove(VenueOrder order) {
        Place place = byId.remove(order.id());
        if (place == null) {
            return false;
        }
        place.all.remove(place);
        place.sum.count--;
        place.sum.units -= order.remainingUnits();
        if (order.kind().waits()) {
            stopWaiting(order);
        }
        return true;
    }

    /** The order waits no longer for its price. */
    public void stopWaiting(VenueOrder order) {
        Map<Long, VenueOrder> here = waiting.get(order.market());
        if (here != null) {
            here.remove(order.id());
        }
    }

    /** Markets in which an order waits, or has waited, for its price. */
    public Collection<Market> marketsOfWaiting() {
        return waiting.keySet();
    }

    /** The orders of this market that wait for their price, in the order of their arrival; a copy. */
    public List<VenueOrder> waiting(Market market) {
        Map<Long, VenueOrder> here = waiting.get(market);
        return here == null || here.isEmpty() ? List.of() : new ArrayList<>(here.values());
    }

    /** True when so many more orders of this account have no room. */
    public boolean isFull(VenueAccount account, int more) {
        AccountOrders orders = byAccount.get(account);
        return (orders == null ? 0 : orders.count) + more > eachMax;
    }

    /** True when the amounts of the market still have a sum with this one in it. */
    public boolean hasRoom(Market market, long units) {
        MarketSums sum = sums.get(market);
        return sum == null || units <= UNITS_MAX - sum.units;
    }

    /** True when none is open in this market. */
    public boolean isEmpty(TickerSource market) {
        MarketSums sum = sums.get(market);
        return sum == null || sum.count == 0;
    }

    /** The orders of an account in the order of their arrival; a copy. */
    public List<VenueOrder> of(VenueAccount account) {
        AccountOrders orders = byAccount.get(account);
        return orders == null ? List.of() : orders.copy();
    }

    /** The order with this id, or null. */
    public VenueOrder find(long id) {
        Place place = byId.get(id);
        return place == null ? null : place.order;
    }
}
