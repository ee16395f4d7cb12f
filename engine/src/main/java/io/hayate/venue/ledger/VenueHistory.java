package io.hayate.venue.ledger;

import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.order.Fill;
import io.hayate.venue.order.VenueOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has ended and what was filled, of each account the latest, newest first. */
public final class VenueHistory {
    private static final int ORDERS_MAX = 2_500; // of one account
    private static final int FILLS_MAX = 5_000;

    private final Map<VenueAccount, Deque<VenueOrder>> ended = new LinkedHashMap<>();
    private final Map<VenueAccount, Deque<Fill>> fills = new LinkedHashMap<>();

    /** An order has ended. */
    public void add(VenueOrder order) {
        keep(
                ended.computeIfAbsent(order.account(), account -> new ArrayDeque<>()),
                order,
                ORDERS_MAX);
    }

    /** A part of an order was executed. */
    public void add(Fill fill) {
        VenueAccount of = fill.order().account();
        keep(fills.computeIfAbsent(of, account -> new ArrayDeque<>()), fill, FILLS_MAX);
    }

    private static <T> void keep(Deque<T> kept, T newest, int most) {
        kept.addFirst(newest);
        if (kept.size() > most) {
            kept.removeLast();
        }
    }

    /** The orders of an account that have ended, newest first. */
    public Iterable<VenueOrder> ended(VenueAccount account) {
        return ended.getOrDefault(account, new ArrayDeque<>());
    }

    /** What was filled of an account's orders, newest first. */
    public Iterable<Fill> fills(VenueAccount account) {
        return fills.getOrDefault(account, new ArrayDeque<>());
    }
}
