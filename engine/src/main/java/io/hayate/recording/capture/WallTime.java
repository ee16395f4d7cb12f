package io.hayate.recording.capture;

import org.agrona.concurrent.EpochMicroClock;
import org.agrona.concurrent.NanoClock;

/**
 * The wall clock's time at times of the monotonic one: the difference of both is taken anew each second,
 * so that it follows the wall clock where that is set. One thread.
 */
final class WallTime {
    private static final long NS_PER_US = 1_000;
    private static final long TAKEN_EVERY_NS = 1_000_000_000;

    private final NanoClock nano;
    private final EpochMicroClock micros;
    private long takenNs;
    private long zeroUs; // the wall's time at 0 ns

    WallTime(NanoClock nano, EpochMicroClock micros) {
        this.nano = nano;
        this.micros = micros;
        take(nano.nanoTime());
    }

    /** Looks at both clocks when it is time to. */
    void onTurn() {
        long nowNs = nano.nanoTime();
        if (nowNs - takenNs >= TAKEN_EVERY_NS) {
            take(nowNs);
        }
    }

    private void take(long nowNs) {
        takenNs = nowNs;
        zeroUs = micros.microTime() - nowNs / NS_PER_US;
    }

    /** In microseconds since 1970 UTC. */
    long at(long timeNs) {
        return zeroUs + timeNs / NS_PER_US;
    }
}
