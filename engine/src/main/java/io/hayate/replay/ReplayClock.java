package io.hayate.replay;

import io.hayate.model.Clocks;
import org.agrona.concurrent.NanoClock;

/** The loop's time in a replay: it stands where the recording is. One thread. */
final class ReplayClock {
    private static final long NS_PER_MS = 1_000_000;

    private long nowNs;
    private long nowMs;
    private long setNs; // when the wall clock showed that

    /** The time is this; never before what it was. */
    void at(long timeNs) {
        nowNs = Math.max(nowNs, timeNs);
    }

    /** The time for a moment, whatever it is now. */
    void set(long timeNs) {
        nowNs = timeNs;
    }

    /** The wall clock shows this now. */
    void wall(long timeMs) {
        nowMs = timeMs;
        setNs = nowNs;
    }

    long nanoTime() {
        return nowNs;
    }

    /** Since 1970 UTC, in ms: as recorded at the last tick, and on from there. */
    long time() {
        return nowMs + (nowNs - setNs) / NS_PER_MS;
    }

    /** As a path is given it. */
    Clocks clocks(NanoClock decisions) {
        return new Clocks(this::nanoTime, this::time, decisions);
    }
}
