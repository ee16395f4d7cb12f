package io.hayate.metrics;

/** How a counter moves. */
public enum CounterKind {
    /** It only rises while a process lives: its rate says something. */
    COUNT,
    /** It is what it is now. */
    LEVEL,
    /** The number of a state; the label's end says more. */
    STATE
}
