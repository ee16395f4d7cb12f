package io.hayate.view.text;

/** A pace of once a second, at once the first time, that does not fall behind the clock. */
public final class Pace {
    public static final long PERIOD_NS = 1_000_000_000L;

    private boolean started;
    private long lastNs;

    public boolean isDue(long nowNs) {
        return !started || nowNs - lastNs >= PERIOD_NS;
    }

    /** Notes that it was done, at its due time or, when that is long past, now. */
    public void done(long nowNs) {
        boolean late = !started || nowNs - lastNs >= 2 * PERIOD_NS;
        lastNs = late ? nowNs : lastNs + PERIOD_NS;
        started = true;
    }
}
