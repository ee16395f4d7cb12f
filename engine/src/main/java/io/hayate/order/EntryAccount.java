package io.hayate.order;

import io.hayate.outbound.OrderEntry;

/** The account of the connection on which orders leave. */
record EntryAccount(OrderEntry entry) implements OrderStates.Account {
    @Override
    public boolean isInDoubt() {
        return entry.isAccountInDoubt();
    }

    @Override
    public void onRestingOrders(int count) {
        entry.onRestingOrders(count);
    }

    @Override
    public void onOpenOrders(int count) {
        entry.onOpenOrders(count);
    }
}
