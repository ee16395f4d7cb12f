package io.hayate.engine;

/** Which thread runs the strategy. */
public enum Topology {
    /** A thread of its own: a slow strategy never delays reads. */
    SPLIT,
    /** The loop, in turn with its reads: fewest hand-overs, fastest on few cores and over TLS. */
    ONE_THREAD
}
