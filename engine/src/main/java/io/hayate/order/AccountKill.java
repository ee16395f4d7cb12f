package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.outbound.OrderEntry;

/**
 * Has the venue cancel all open orders of the account, whoever placed them, where the kill switch is to do
 * that: a few times at most. Strategy thread; allocates nothing after start.
 */
final class AccountKill {
    private static final int ASKED_MAX = 10;

    private final OrderEntry entry;
    private final ForeignOrders foreign;
    private final OrderIntent all =
            OrderIntent.allocate().begin(OrderOperation.CANCEL_ALL, Instrument.NONE);
    private int asked;

    AccountKill(OrderEntry entry, ForeignOrders foreign) {
        this.entry = entry;
        this.foreign = foreign;
    }

    /** The kill switch was used. */
    void onKill() {
        asked = 0;
    }

    /**
     * Asks, if that is wanted; true when it did.
     *
     * @param isOneOfOursOpen true while one of ours is to be canceled, too
     */
    boolean ask(boolean isOneOfOursOpen) {
        if (asked == ASKED_MAX || (foreign.count() == 0 && !isOneOfOursOpen)) {
            return false;
        }
        boolean isSent = entry.change(all, 0);
        asked += isSent ? 1 : 0;
        return isSent;
    }
}
