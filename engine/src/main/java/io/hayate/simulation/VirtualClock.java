package io.hayate.simulation;

import io.hayate.model.Clocks;
import java.util.concurrent.TimeUnit;

/** The time of a simulation: it stands until it is moved, and never goes back. One thread. */
public final class VirtualClock {
    private final long startMs;
    private long nowNs;
    private long stepMs;

    /**
     * A clock that stands.
     *
     * @param startMs what the wall shows at 0 ns, since 1970
     */
    public VirtualClock(long startMs) {
        this.startMs = startMs;
    }

    /** Nanoseconds since the start. */
    public long nanoTime() {
        return nowNs;
    }

    /** Milliseconds since 1970. */
    public long time() {
        return startMs + stepMs + TimeUnit.NANOSECONDS.toMillis(nowNs);
    }

    /** Sets the wall clock by so much, as its owner may; ns go on as before. */
    public void step(long ms) {
        stepMs += ms;
    }

    /** Lets time pass up to then; not before now. */
    void advanceTo(long timeNs) {
        if (timeNs < nowNs) {
            throw new IllegalArgumentException("time never goes back: to " + timeNs + " ns");
        }
        nowNs = timeNs;
    }

    /** As an engine is given it. */
    public Clocks clocks() {
        return new Clocks(this::nanoTime, this::time);
    }
}
