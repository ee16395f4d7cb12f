package io.hayate.replay.ahead;

import io.hayate.event.Event;
import io.hayate.event.EventListener;
import io.hayate.event.EventRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Brings the events of several loops, each from a ring of its own, to the ring of the path in the order in
 * which they had found their places. One thread.
 */
public final class RingOrder {
    private final List<EventRing> loops;
    private final EventRing ring;
    private final Lookahead recording;
    private final EventListener onEvent = this::put;
    private long placed;

    /**
     * Of loops that have made nothing.
     *
     * @param ring that of the path
     */
    public RingOrder(List<EventRing> loops, EventRing ring, Lookahead recording) {
        this.loops = List.copyOf(loops);
        this.ring = ring;
        this.recording = recording;
    }

    /** Brings what has its place by now, as far as there is room. */
    public void bring() {
        int next = awaited();
        while (next != Lookahead.NOBODY
                && ring.hasRoom(1)
                && loops.get(next).poll(onEvent, 1) > 0) {
            placed++;
            next = awaited();
        }
    }

    /** The loop whose event comes next, or {@link Lookahead#NOBODY}. */
    public int awaited() {
        try {
            int loop = recording.loopOf(placed);
            return loop >= 0 && loop < loops.size() ? loop : Lookahead.NOBODY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(Event event) {
        long place = ring.tryClaim(1, 0);
        ring.slot(place).copyFrom(event);
        ring.publish(place, place);
    }
}
