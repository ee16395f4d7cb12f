package io.hayate.intake;

import io.hayate.event.EventRing;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;

/**
 * Room in the ring for events of one class, some slots of which stay free for what is more important. Once
 * a claim has found none it is short until it has eased: nothing of the class gets in meanwhile, so that
 * what comes does not take the place of what waits.
 *
 * <p>Loop thread. Allocates nothing.
 */
final class RingRoom {
    private final EventRing ring;
    private final RingPlaces places;
    private final SharedReads reads;
    private final int most;
    private final int spare;
    private final int easedSize;
    private boolean isShort;

    /**
     * Room that nobody has claimed yet.
     *
     * @param spare slots that stay free
     * @param easedSize it has eased when no more events wait in the ring
     */
    RingRoom(EventRing ring, RingPlaces places, SharedReads reads, int spare, int easedSize) {
        this.ring = ring;
        this.places = places;
        this.reads = reads;
        this.spare = spare;
        this.easedSize = easedSize;
        most = ring.capacity() - spare;
    }

    /** The most slots that can be claimed: of an empty ring. */
    int most() {
        return most;
    }

    /** Claims slots; the number of the first, or {@link EventRing#NO_ROOM}, always while it is short. */
    long claim(int slots) {
        if (isShort || slots > most) {
            return EventRing.NO_ROOM;
        }
        boolean mayBe = reads.expects(SharedValue.RING_ROOM, true);
        long first = mayBe ? ring.tryClaim(slots, spare) : EventRing.NO_ROOM;
        boolean isFound = reads.read(SharedValue.RING_ROOM, first != EventRing.NO_ROOM);
        if (isFound && first != EventRing.NO_ROOM) {
            places.onClaim(first, slots);
        } else {
            isShort = true;
        }
        return first;
    }

    /** True from when a claim found no room until {@link #ease}. */
    boolean isShort() {
        return isShort;
    }

    /** True when it is short, and has eased. */
    boolean mayEase() {
        return isShort && ring.size() <= easedSize;
    }

    /** True when it is not short, and so many slots are free. */
    boolean fits(int slots) {
        return !isShort && ring.size() + slots <= most;
    }

    /** It is short no more. */
    void ease() {
        isShort = false;
    }
}
