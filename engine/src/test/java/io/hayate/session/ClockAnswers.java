package io.hayate.session;

import io.hayate.intake.VenueClock;
import java.util.concurrent.TimeUnit;

/** Gives a venue's clock answers to pings, for tests elsewhere. */
public final class ClockAnswers {
    private ClockAnswers() {}

    /** An answer after so long, by a venue whose clock is so far ahead of ours. */
    public static void give(VenueClock clock, long roundTripMs, long aheadMs) {
        long nowMs = 1_795_000_000_000L;
        long venueMs = nowMs - roundTripMs / 2 + aheadMs;
        clock.onPong(
                TimeUnit.MILLISECONDS.toNanos(roundTripMs),
                TimeUnit.MILLISECONDS.toNanos(nowMs),
                nowMs,
                venueMs);
    }
}
