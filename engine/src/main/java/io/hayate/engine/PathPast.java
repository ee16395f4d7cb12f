package io.hayate.engine;

import io.hayate.event.TrafficTap;
import io.hayate.journal.past.PastOrders;
import org.agrona.concurrent.NanoClock;

/** Tells whoever records the traffic what runs before have left. Before the start. */
final class PathPast {
    private static final int PART_BYTES = 1 << 14;

    private PathPast() {}

    /** As it was read, before any of it is given to a strategy that runs now. */
    static void tell(PastOrders past, TrafficTap tap, NanoClock clock) {
        if (tap.equals(TrafficTap.NONE)) {
            return;
        }
        byte[] image = past.image();
        for (int at = 0; at < image.length; at += PART_BYTES) {
            tap.onPast(image, at, Math.min(PART_BYTES, image.length - at), clock.nanoTime());
        }
    }
}
