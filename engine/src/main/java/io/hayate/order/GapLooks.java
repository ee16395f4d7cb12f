package io.hayate.order;

import io.hayate.event.AccountDoubt;
import io.hayate.model.Doubt;

/**
 * Has what was lost of the account found out on the connection that there is, while orders of ours are open
 * that a fresh one might cancel: each of them is in doubt, and its history is asked for. Once all are known
 * again, so is what was lost. Without open orders a fresh connection tells more, and costs nothing.
 * Strategy thread; allocates nothing.
 */
final class GapLooks {
    private final AccountDoubt doubt;
    private final OrderStates states;
    private boolean isLooking;
    private long number; // of the loss that is looked into

    GapLooks(AccountDoubt doubt, OrderStates states) {
        this.doubt = doubt;
        this.states = states;
    }

    /**
     * Looks whether something was lost, and whether all of it is known again.
     *
     * @param mayAsk true while the history can be asked, and the connection has told the open orders whole
     */
    void onTime(boolean mayAsk) {
        if (!doubt.exists()) {
            isLooking = false;
            doubt.lookedInto(mayAsk && states.openOrders() > 0); // known before something is lost
        } else if (!mayAsk || !isWanted()) {
            isLooking = false;
            doubt.lookedInto(false); // a fresh connection is under way
        } else if (!isLooking || number != doubt.number()) {
            isLooking = true;
            doubt.lookedInto(true);
            number = doubt.number();
            states.loseSightOfAll();
        } else if (!states.isAnyInDoubt(Doubt.GAP)) {
            doubt.settle(number);
        }
    }

    /** An order may have been sent just before: then no fresh connection is made either. */
    private boolean isWanted() {
        return doubt.isLookedInto() || (doubt.isHeld() && states.openOrders() > 0);
    }
}
