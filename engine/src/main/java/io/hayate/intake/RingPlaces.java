package io.hayate.intake;

import io.hayate.event.TrafficTap;

/**
 * Tells a {@link TrafficTap} which places of the ring one loop of several has filled, so that a replay can
 * put the events of all loops into the same order. Places that follow each other are told as one, at the
 * end of the turn.
 *
 * <p>Loop thread. Allocates nothing.
 */
public final class RingPlaces {
    private final TrafficTap tap;
    private final boolean isTold;
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

    /** Of a loop of several, whose places this one hears of. */
    public static RingPlaces ofSeveral(TrafficTap ofLoop) {
        return new RingPlaces(ofLoop, !ofLoop.equals(TrafficTap.NONE));
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
