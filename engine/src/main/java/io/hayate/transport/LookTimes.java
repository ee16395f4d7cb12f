package io.hayate.transport;

import org.agrona.concurrent.NanoClock;

/**
 * When the loop looked at its sockets: what a frame may have waited unseen is the time since the look
 * before. Loop. Allocates nothing.
 */
final class LookTimes {
    private final NanoClock clock;
    private boolean sleeps;
    private long lookNs;
    private long previousNs;
    private long nextPreviousNs;

    LookTimes(NanoClock clock) {
        this.clock = clock;
    }

    /** The loop looks now, and sleeps until there is something to see if it may. */
    void onLook(boolean maySleep) {
        sleeps = maySleep;
        previousNs = nextPreviousNs;
        lookNs = clock.nanoTime();
        nextPreviousNs = lookNs;
    }

    /** The sleep is over: until now it was a look. */
    void onWoken() {
        nextPreviousNs = clock.nanoTime();
    }

    /** When the latest look began. */
    long lookTimeNs() {
        return lookNs;
    }

    /**
     * When the sockets had been looked at before what was read at that time. A loop that sleeps sees a
     * frame at once: only what passed before it fell asleep counts.
     */
    long beforeRead(long receiveTimeNs) {
        return sleeps ? receiveTimeNs - (lookNs - previousNs) : previousNs;
    }
}
