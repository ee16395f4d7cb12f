package io.hayate.event;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether something of the account was lost, not understood, or cannot be true, so that what is known
 * of it may be wrong: then no new order leaves. The loop begins and ends a doubt; the thread of the
 * orders suspects, which is a doubt at once, until the loop has taken it up, and says how many orders rest.
 * Each part has one thread that writes it; any thread reads.
 *
 * <p>Who can find out without a fresh connection what was lost takes the {@link #number} before it looks,
 * and says {@link #settle} with it once all is known: that ends the doubt unless more was lost meanwhile.
 */
public final class AccountDoubt {
    // the loop's
    private final AtomicLong losses = new AtomicLong();
    private final AtomicLong takenUp = new AtomicLong(); // suspicions
    private volatile String reason; // null for none
    private volatile boolean held;

    // those of the thread of the orders
    private final AtomicLong suspicions = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();
    private volatile String suspicion = "";
    private volatile boolean lookedInto;
    private volatile int restingOrders;
    private volatile int openOrders;

    /** True while what is known of the account may be wrong. Allocates nothing. */
    public boolean exists() {
        return suspicions.get() > takenUp.get()
                || reason != null; // it has begun once one is taken up
    }

    /** Why, in words for a person; empty while there is no doubt. */
    public String reason() {
        if (suspicions.get() > takenUp.get()) {
            return suspicion;
        }
        String why = reason;
        return why == null ? "" : why;
    }

    /** True while no fresh connection is made, since orders rest that the venue would cancel then. */
    public boolean isHeld() {
        return held;
    }

    /** Thread of the orders: takes how many of ours may rest at the venue. */
    public void restingOrders(int count) {
        restingOrders = count;
    }

    public int restingOrders() {
        return restingOrders;
    }

    /** Thread of the orders: takes how many of ours are open, those of unknown outcome included. */
    public void openOrders(int count) {
        openOrders = count;
    }

    public int openOrders() {
        return openOrders;
    }

    /** Thread of the orders: begins a doubt at once; the loop does what is to be done about it. */
    public void suspect(String why) {
        suspicion = why; // before the count: who sees that sees this
        long unused = suspicions.incrementAndGet();
    }

    /** How often the thread of the orders began one. */
    public long suspicions() {
        return suspicions.get();
    }

    /** Why it did so last; empty before the first. */
    public String suspicion() {
        return suspicion;
    }

    /** Loop: up to which of them it has taken up. */
    public long takenUp() {
        return takenUp.get();
    }

    /** Loop: takes up those until there; a doubt of its own has begun before. */
    public void takeUp(long count) {
        takenUp.lazySet(count);
    }

    /** Loop: there is a doubt. */
    public void begin(String why) {
        reason = why;
    }

    /** Loop: true while there is one that it has begun. */
    public boolean isBegun() {
        return reason != null;
    }

    /** Loop: something more was lost, whether there is a doubt already or not. */
    public void onLoss() {
        losses.lazySet(losses.getPlain() + 1);
    }

    /** Loop: how often something was lost, by what it has found itself. */
    public long losses() {
        return losses.get();
    }

    /** How often something was lost; a look that begins now tells of all of these. */
    public long number() {
        return losses.get() + suspicions.get();
    }

    /** Thread of the orders: a look that began at this {@link #number} has found out all until then. */
    public void settle(long number) {
        settled.accumulateAndGet(number, Math::max);
    }

    /** The {@link #number} until which all that was lost is known again without a fresh connection. */
    public long settled() {
        return settled.get();
    }

    /**
     * Thread of the orders: says whether somebody looks for what is lost: a fresh connection that cancels
     * orders then waits.
     */
    public void lookedInto(boolean isLookedInto) {
        lookedInto = isLookedInto;
    }

    public boolean isLookedInto() {
        return lookedInto;
    }

    /** Loop: whether no fresh connection is made as orders rest. */
    public void hold(boolean isHeld) {
        held = isHeld;
    }

    /** Loop: ends the doubt; one that the thread of the orders has begun since goes on. */
    public void end() {
        reason = null;
        held = false;
    }
}
