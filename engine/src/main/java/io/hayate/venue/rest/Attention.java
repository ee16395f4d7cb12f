package io.hayate.venue.rest;

import io.hayate.venue.feed.Listing;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/** Keeps a market moving for a while after somebody has asked about it. */
final class Attention {
    private static final long LASTS_NS = TimeUnit.MINUTES.toNanos(1);

    private final NanoClock clock;

    Attention(NanoClock clock) {
        this.clock = clock;
    }

    void look(Listing listing) {
        listing.lookedAtUntil(clock.nanoTime() + LASTS_NS);
    }
}
