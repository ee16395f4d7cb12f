package io.hayate.session.pool;

import io.hayate.model.Durations;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;

/**
 * Sees steps of this machine's clocks: the wall clock against the monotonic one. A wall clock that is
 * set shows as a step, and so does a monotonic one that stood still while the machine slept; which of
 * them moved cannot be told. A clock that is corrected slowly makes none.
 *
 * <p>Loop thread; allocates nothing.
 */
public final class ClockWatch {
    /** What counts as a step, in ms: more than what reading two clocks makes up. */
    public static final long STEP_MIN_MS = 100;

    private static final long NS_PER_MS = 1_000_000;
    private static final long READING_MAX_NS = NS_PER_MS;
    private static final int FIRST_LOOKS_MAX = 10;

    private final NanoClock nanoClock;
    private final EpochClock epochClock;
    private boolean begun;
    private long lastMs; // of the wall clock when the monotonic one showed 0

    public ClockWatch(NanoClock nanoClock, EpochClock epochClock) {
        this.nanoClock = nanoClock;
        this.epochClock = epochClock;
    }

    /**
     * Looks at both clocks; called each tick.
     *
     * @return by how many ms the wall clock stepped against the monotonic one; 0 for none
     */
    public long onTick() {
        long beforeNs = nanoClock.nanoTime();
        long wallMs = epochClock.time();
        for (int i = 1; wasStopped(beforeNs) && !begun && i < FIRST_LOOKS_MAX; i++) {
            beforeNs = nanoClock.nanoTime();
            wallMs = epochClock.time();
        }
        if (begun && wasStopped(beforeNs)) {
            return 0; // between the two readings: the next tick will see
        }
        long zeroMs = wallMs - Math.floorDiv(beforeNs, NS_PER_MS);
        long stepMs = begun ? zeroMs - lastMs : 0;
        begun = true;
        lastMs = zeroMs;
        return Math.abs(stepMs) >= STEP_MIN_MS ? stepMs : 0;
    }

    private boolean wasStopped(long beforeNs) {
        return nanoClock.nanoTime() - beforeNs > READING_MAX_NS;
    }

    /**
     * What the wall clock showed at this time of the monotonic one, in ms, by the latest look at both. Whoever
     * is given these two alone, tick by tick, sees the same steps as this.
     */
    public long wallMs(long timeNs) {
        return lastMs + Math.floorDiv(timeNs, NS_PER_MS);
    }

    /** The step for a person. Allocates. */
    public static String describe(long stepMs) {
        String by = Durations.text(Math.abs(stepMs));
        String what = stepMs > 0 ? " ahead, or this machine slept" : " back";
        return "the clock stepped " + by + what + ": ages are unknown until a ping";
    }
}
