package io.hayate.event;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.concurrent.NanoClock;

/**
 * Whether new risk is halted: no new order leaves then, not even one that waits in a queue already, while
 * cancels do. The kill switch halts, too, and has our open orders canceled. A halt lasts until somebody
 * resumes trading; that of the end of the program lasts for good.
 *
 * <p>Any thread halts and resumes, and waits for nothing; any thread reads. Reading allocates nothing.
 */
public final class TradingHalt {
    private static final String ENDING = "the engine ends";

    private final TrafficTap tap;
    private final NanoClock clock;
    private final AtomicReference<String> reason = new AtomicReference<>(); // null for none
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger otherWriters = new AtomicInteger();
    private volatile boolean killsAccount;
    private volatile boolean accountKilled;
    private volatile boolean ending;

    /** A halt of which nobody is told. */
    public TradingHalt() {
        this(TrafficTap.NONE, () -> 0);
    }

    /**
     * A halt of which a tap hears what comes from outside of the trading threads.
     *
     * @param clock tells when
     */
    public TradingHalt(TrafficTap tap, NanoClock clock) {
        this.tap = tap;
        this.clock = clock;
    }

    /** True while no new order leaves. */
    public boolean isOn() {
        return ending || reason.get() != null;
    }

    /** Why, in words for a person; empty while nothing is halted. */
    public String reason() {
        String why = reason.get();
        if (why != null) {
            return why;
        }
        return ending ? ENDING : "";
    }

    /** True while it was halted by somebody's will, not by the end alone. */
    public boolean isAsked() {
        return reason.get() != null;
    }

    /** Halts; false when it was halted already: the first reason stays. */
    public boolean begin(String why) {
        return reason.compareAndSet(null, why);
    }

    /** Halts, and has our open orders canceled: those that are open now, and those that turn out to be. */
    public void kill(String why) {
        tap.onNumber(TrafficTap.KILL + why, 0, clock.nanoTime());
        doKill(why);
    }

    private void doKill(String why) {
        begin(why);
        kills.incrementAndGet();
    }

    /** Sets that {@link #kill} has all of the account canceled, not ours alone; before the start. */
    public void killsAccount(boolean isAccount) {
        killsAccount = isAccount;
    }

    /** As {@link #kill}, and has all open orders of the account canceled, whoever placed them. */
    public void killAccount(String why) {
        accountKilled = true;
        doKill(why);
    }

    /** True while the kill switch has the account's orders canceled, not ours alone. */
    public boolean isKillOfAccount() {
        return accountKilled || killsAccount;
    }

    /** Halts, as somebody else trades with our key; true for the first sign of that. */
    public boolean onOtherWriter(String why) {
        begin(why);
        return otherWriters.getAndIncrement() == 0;
    }

    /** How many signs of that were seen. */
    public int otherWriters() {
        return otherWriters.get();
    }

    /** How often the kill switch was used. */
    public int kills() {
        return kills.get();
    }

    /** Halts for good: nothing that is decided from now on is new risk. */
    public void end() {
        tap.onNumber(TrafficTap.END, 0, clock.nanoTime());
        ending = true;
    }

    /** Lets new orders leave again; false when nothing is halted, or for good. */
    public boolean resume() {
        boolean isResumed = !ending && reason.getAndSet(null) != null;
        accountKilled &= !isResumed;
        return isResumed;
    }
}
