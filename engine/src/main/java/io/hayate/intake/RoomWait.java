package io.hayate.intake;

import java.util.concurrent.TimeUnit;

/**
 * Decides for how long market data that finds the ring full waits for room, rather than be lost: its
 * connection is read no further meanwhile. Until the ring has eased, but for {@link #WAIT_MAX_NS} at
 * most, and not again before it has eased. A strategy that makes room each time but never catches up
 * hears data that is ever older: waits that add up to {@link #SUM_MAX_NS}, less the time between
 * them, are followed by {@link #REST_NS} without one. Times are those of ticks, which a recording has.
 *
 * <p>Loop thread; allocates nothing.
 */
public final class RoomWait {
    public static final long WAIT_MAX_NS = TimeUnit.SECONDS.toNanos(1);
    public static final long SUM_MAX_NS = TimeUnit.SECONDS.toNanos(2);
    public static final long REST_NS = TimeUnit.SECONDS.toNanos(1);

    private final EventPublisher publisher;
    private final boolean isAllowed;
    private boolean waiting;
    private boolean spent; // the last wait was in vain
    private int slots;
    private long tickNs; // the latest
    private long startNs;
    private long endNs;
    private long sumNs;

    /**
     * No wait so far.
     *
     * @param isAllowed false on the account's connection, where account events would wait, too
     */
    public RoomWait(EventPublisher publisher, boolean isAllowed) {
        this.publisher = publisher;
        this.isAllowed = isAllowed;
    }

    /** The connection is gone, and what waited with it. */
    public void reset() {
        waiting = false;
    }

    /** The ring has eased: the next wait may be worth it. */
    public void onEased() {
        spent = spent && publisher.isShortForMarket();
    }

    /** The time is told. */
    public void onTick(long nowNs) {
        tickNs = nowNs;
    }

    /** A frame finds no room for so many events; true when it is to be offered again. */
    public boolean begin(int count) {
        if (!isAllowed || count > publisher.marketEventsMax()) {
            return false;
        }
        if (waiting && tickNs - startNs >= WAIT_MAX_NS) {
            end();
            spent = true;
        }
        if (!waiting && !mayBegin()) {
            return false;
        }
        startNs = waiting ? startNs : tickNs;
        waiting = true;
        slots = count;
        return true;
    }

    private boolean mayBegin() {
        long restNs = tickNs - endNs;
        if (restNs >= REST_NS) {
            sumNs = 0;
        } else if (sumNs < SUM_MAX_NS) {
            sumNs = Math.max(sumNs - restNs, 0);
            endNs = tickNs; // that rest has been counted
        }
        return !spent && sumNs < SUM_MAX_NS;
    }

    /** A frame was taken: the wait, if there was one, is over. */
    public void end() {
        if (waiting) {
            waiting = false;
            endNs = tickNs;
            sumNs += endNs - startNs;
        }
    }

    /** True while a frame waits. */
    public boolean isWaiting() {
        return waiting;
    }

    /** True when the frame that waits is to be offered again. */
    public boolean isOver() {
        return tickNs - startNs >= WAIT_MAX_NS || publisher.fitsMarket(slots);
    }
}
