package io.hayate.event;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether new risk is halted: no new order leaves then, not even one that waits in a queue already, while
 * cancels do. The kill switch halts, too, and has our open orders canceled. A halt lasts until somebody
 * resumes trading; that of the end of the program lasts for good.
 *
 * <p>Any thread halts and resumes, and waits for nothing; any thread reads. Reading allocates nothing.
 */
public final class TradingHalt {
    private static final String ENDING = "the engine ends";

    private final AtomicReference<String> reason = new AtomicReference<>(); // null for none
    private final AtomicInteger kills = new AtomicInteger();
    private volatile boolean ending;

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
        begin(why);
        kills.incrementAndGet();
    }

    /** How often the kill switch was used. */
    public int kills() {
        return kills.get();
    }

    /** Halts for good: nothing that is decided from now on is new risk. */
    public void end() {
        ending = true;
    }

    /** Lets new orders leave again; false when nothing is halted, or for good. */
    public boolean resume() {
        return !ending && reason.getAndSet(null) != null;
    }
}
