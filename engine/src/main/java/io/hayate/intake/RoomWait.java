package io.hayate.intake;

import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/**
 * Decides for how long market data that finds the ring full waits for room, rather than be lost: its
 * connection is read no further meanwhile. Until the ring has eased, but for {@link #WAIT_MAX_NS} at
 * most, and not again before it has eased. A strategy that makes room each time but never catches up
 * hears data that is ever older: waits that add up to {@link #SUM_MAX_NS}, less the time between
 * them, are followed by {@link #REST_NS} without one.
 *
 * <p>Loop thread; allocates nothing.
 */
public final class RoomWait {
    public static final long WAIT_MAX_NS = TimeUnit.SECONDS.toNanos(1);
    public static final long SUM_MAX_NS = TimeUnit.SECONDS.toNanos(2);
    public static final long REST_NS = TimeUnit.SECONDS.toNanos(1);

    private final EventPublisher publisher;
    private final NanoClock clock;
    private final boolean isAllowed;
    private boolean waiting;
    private boolean spent; // the last wait was in vain
    private int slots;
    private long startNs;
    private long endNs;
    private long sumNs;

    /**
     * No wait so far.
     *
     * @param isAllowed false on the account's connection, where account events would wait, too
     */
    public RoomWait(EventPublisher publisher, NanoClock clock, boolean isAllowed) {
        this.publisher = publisher;
        this.clock = clock;
        this.isAllowed = isAllowed;
    }

    /** The connection is gone, and what waited with it. */
    public void reset() {
        waiting = false;
    }

    /** Called each turn: once the ring has eased the next wait may be worth it. */
    public void onTurn() {
        spent = spent && !publisher.hasEased();
    }

    /** A frame finds no room for so many events; true when it is to be offered again. */
    public boolean begin(int count) {
        if (!isAllowed || count > publisher.marketEventsMax()) {
            return false;
        }
        long nowNs = clock.nanoTime();
        if (waiting && nowNs - startNs >= WAIT_MAX_NS) {
            end();
            spent = true;
        }
        if (!waiting && !mayBegin(nowNs)) {
            return false;
        }
        startNs = waiting ? startNs : nowNs;
        waiting = true;
        slots = count;
        return true;
    }

    private boolean mayBegin(long nowNs) {
        long restNs = nowNs - endNs;
        if (restNs >= REST_NS) {
            sumNs = 0;
        } else if (sumNs < SUM_MAX_NS) {
            sumNs = Math.max(sumNs - restNs, 0);
            endNs = nowNs; // that rest has been counted
        }
        return !spent && sumNs < SUM_MAX_NS;
    }

    /** A frame was taken: the wait, if there was one, is over. */
    public void end() {
        if (waiting) {
            waiting = false;
            endNs = clock.nanoTime();
            sumNs += endNs - startNs;
        }
    }

    /** True while a frame waits. */
    public boolean isWaiting() {
        return waiting;
    }

    /** True when the frame that waits is to be offered again. */
    public boolean isOver(long nowNs) {
        return nowNs - startNs >= WAIT_MAX_NS || publisher.hasEased(slots);
    }

    /** True when all that was published has been taken. */
    public boolean hasDrained() {
        return publisher.hasDrained();
    }
}
