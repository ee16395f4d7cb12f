package io.hayate.engine;

/** Which thread runs the strategy. */
public enum Topology {
    /** A thread of its own: a slow strategy never delays reads. */
    SPLIT,
    /** The loop, in turn with its reads: fewest hand-overs, fastest on few cores and over TLS. */
    ONE_THREAD,
    /** Split where this process has three cores for it, else one thread. */
    AUTO;

    private static final int SPLIT_CORES = 3;

    /** What it comes to where so many cores are there. */
    Topology on(int cores) {
        if (this != AUTO) {
            return this;
        }
        return cores >= SPLIT_CORES ? SPLIT : ONE_THREAD;
    }
}
