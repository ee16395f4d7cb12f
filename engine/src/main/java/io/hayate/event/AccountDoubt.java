package io.hayate.event;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether something of the account was lost, not understood, or cannot be true, so that what is known
 * of it may be wrong: then no new order leaves. The loop begins and ends a doubt; the thread of the
 * orders begins one, too, and says how many of them rest; any thread reads.
 *
 * <p>Who can find out without a fresh connection what was lost takes the {@link #number} before it looks,
 * and says {@link #settle} with it once all is known: that ends the doubt unless more was lost meanwhile.
 */
public final class AccountDoubt {
    private final AtomicReference<String> reason = new AtomicReference<>(); // null for none
    private final AtomicReference<String> suspicion = new AtomicReference<>(); // not taken up yet
    private final AtomicLong losses = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();
    private volatile boolean lookedInto;
    private volatile boolean held;
    private volatile int restingOrders;
    private volatile int openOrders;

    /** True while what is known of the account may be wrong. Allocates nothing. */
    public boolean exists() {
        return reason.get() != null;
    }

    /** Why, in words for a person; empty while there is no doubt. */
    public String reason() {
        String why = reason.get();
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

    public int restingOrders() {
        return restingOrders;
    }

    /** Takes how many orders of ours are open, those of unknown outcome included. */
    public void openOrders(int count) {
        openOrders = count;
    }

    public int openOrders() {
        return openOrders;
    }

    /**
     * The thread of the orders: begins a doubt at once; the loop does what is to be done about it.
     *
     * @param why a text of its own for each call
     */
    public void suspect(String why) {
        losses.incrementAndGet();
        suspicion.set(why); // before the reason: the end of another doubt looks in the other order
        reason.set(why);
    }

    /** Loop: why the thread of the orders began one, once; null when it did not. */
    public String takeSuspicion() {
        return suspicion.get() == null ? null : suspicion.getAndSet(null);
    }

    public void begin(String why) {
        reason.set(why);
    }

    /** Loop: something more was lost, whether there is a doubt already or not. */
    public void onLoss() {
        losses.incrementAndGet();
    }

    /** How often something was lost; a look that begins now tells of all of these. */
    public long number() {
        return losses.get();
    }

    /** Any thread: a look that began at this {@link #number} has found out all that was lost until then. */
    public void settle(long number) {
        settled.accumulateAndGet(number, Math::max);
    }

    /** True when all that was lost is known again without a fresh connection. */
    public boolean isSettled() {
        return settled.get() == losses.get();
    }

    /** Says whether somebody looks for what is lost: a fresh connection that cancels orders then waits. */
    public void lookedInto(boolean isLookedInto) {
        lookedInto = isLookedInto;
    }

    public boolean isLookedInto() {
        return lookedInto;
    }

    public void hold(boolean isHeld) {
        held = isHeld;
    }

    /** Ends the doubt; false when the thread of the orders has begun another. */
    public boolean end() {
        String known = reason.get();
        if (suspicion.get() != null || !reason.compareAndSet(known, null)) {
            return false;
        }
        held = false;
        return true;
    }
}
