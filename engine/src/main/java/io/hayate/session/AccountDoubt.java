package io.hayate.session;

/**
 * Whether something of the account was lost or not understood, so that what is known of it may be
 * wrong: then no new order leaves. The loop begins and ends a doubt, the thread of the orders says
 * how many of them rest; any thread reads.
 */
public final class AccountDoubt {
    private volatile String reason; // null while there is none
    private volatile boolean held;
    private volatile int restingOrders;

    /** True while what is known of the account may be wrong. Allocates nothing. */
    public boolean exists() {
        return reason != null;
    }

    /** Why, in words for a person; empty while there is no doubt. */
    public String reason() {
        String why = reason;
        return why == null ? "" : why;
    }

    /** True while no fresh connection is made, since orders rest that the venue would cancel then. */
    public boolean isHeld() {
        return held;
    }

    /** Takes how many orders of ours may rest at the venue. */
    public void restingOrders(int count) {
        restingOrders = count;
    }

    int restingOrders() {
        return restingOrders;
    }

    void begin(String why) {
        reason = why;
    }

    void hold(boolean isHeld) {
        held = isHeld;
    }

    void end() {
        reason = null;
        held = false;
    }
}
