package io.hayate.order;

import io.hayate.event.AccountDoubt;
import io.hayate.event.SharedValue;
import io.hayate.event.TradingState;
import io.hayate.model.Doubt;

/**
 * Has what was lost of the account found out on the connection that there is, while orders of ours are open
 * that a fresh one might cancel: each of them is in doubt, and its history is asked for. Once all are known
 * again, so is what was lost. Without open orders a fresh connection tells more, and costs nothing.
 * Strategy thread; allocates nothing.
 */
final class GapLooks {
    private final TradingState trading;
    private final AccountDoubt doubt;
    private final OrderStates states;
    private boolean isLooking;
    private long number; // of the loss that is looked into

    GapLooks(TradingState trading, OrderStates states) {
        this.trading = trading;
        doubt = trading.doubt();
        this.states = states;
    }

    /**
     * Looks whether something was lost, and whether all of it is known again.
     *
     * @param mayAsk true while the history can be asked, and the connection has told the open orders whole
     */
    void onTime(boolean mayAsk) {
        if (!trading.isInDoubt()) {
            isLooking = false;
            doubt.lookedInto(mayAsk && states.openOrders() > 0); // known before something is lost
            return;
        }
        if (!mayAsk || !isWanted()) {
            isLooking = false;
            doubt.lookedInto(false); // a fresh connection is under way
            return;
        }
        long lost = trading.reads().read(SharedValue.LOSSES, doubt.number());
        if (!isLooking || number != lost) {
            isLooking = true;
            doubt.lookedInto(true);
            number = lost;
            states.loseSightOfAll();
        } else if (!states.isAnyInDoubt(Doubt.GAP)) {
            doubt.settle(number);
        }
    }

    /** An order may have been sent just before: then no fresh connection is made either. */
    private boolean isWanted() {
        return doubt.isLookedInto() || (trading.isDoubtHeld() && states.openOrders() > 0);
    }
}
