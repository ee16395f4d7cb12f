package io.hayate.simulation;

/** What goes wrong when an engine asks for its account's history, from now on. One thread. */
public final class HistoryFaults {
    private long slowNs;
    private int refusals;
    private long behindMs;

    /** Each answer takes so much longer. */
    public void slow(long ns) {
        slowNs = ns;
    }

    /** Refuses so many requests. */
    public void refuse(int requests) {
        refusals = requests;
    }

    /** The exchange tells nothing of the last so many milliseconds. */
    public void behind(long ms) {
        behindMs = ms;
    }

    long slowNs() {
        return slowNs;
    }

    long behindMs() {
        return behindMs;
    }

    boolean refuses() {
        boolean isRefused = refusals > 0;
        refusals -= isRefused ? 1 : 0;
        return isRefused;
    }
}
