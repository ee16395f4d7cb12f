package io.hayate.intake;

import io.hayate.event.TrafficTap;
import java.util.concurrent.TimeUnit;

/**
 * Tells a {@link TrafficTap} which places of the ring one loop of several has filled, so that a replay can
 * put the events of all loops into the same order, and that its loop found no room, as no replay meets
 * that again. Places that follow each other are told as one, at the end of the turn.
 *
 * <p>Loop thread. Allocates nothing.
 */
public final class RingPlaces {
    private static final long FULL_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    private final TrafficTap tap;
    private final boolean isTold;
    private boolean isFullTold;
    private long fullNs; // when it was told last
    private long first;
    private long next; // behind those that are not told yet: first when there are none
    private long turnNs;

    private RingPlaces(TrafficTap tap, boolean isTold) {
        this.tap = tap;
        this.isTold = isTold;
    }

    /** Tells nobody. */
    public static RingPlaces untold() {
        return new RingPlaces(TrafficTap.NONE, false);
    }

    /** Of a loop that is alone, whose places follow from its inputs: this one hears of a full ring alone. */
    public static RingPlaces ofOne(TrafficTap tap) {
        return new RingPlaces(tap, false);
    }

    /** Of a loop of several, whose places this one hears of. */
    public static RingPlaces ofSeveral(TrafficTap ofLoop) {
        return new RingPlaces(ofLoop, !ofLoop.equals(TrafficTap.NONE));
    }

    /** There was no room for what was to be claimed: told once a second. */
    void onFull() {
        if (!isFullTold || turnNs - fullNs >= FULL_INTERVAL_NS) {
            isFullTold = true;
            fullNs = turnNs;
            tap.onNumber(TrafficTap.RING_FULL, 1, turnNs);
        }
    }

    /** Places were claimed. */
    void onClaim(long place, int slots) {
        if (isTold) {
            if (place != next) {
                tell();
                first = place;
            }
            next = place + slots;
        }
    }

    /** A turn of the loop ends. */
    void onTurn(long nowNs) {
        turnNs = nowNs;
        tell();
    }

    private void tell() {
        if (next != first) {
            tap.onPlaces(first, (int) (next - first), turnNs);
            first = next;
        }
    }
}
