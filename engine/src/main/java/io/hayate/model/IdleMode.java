package io.hayate.model;

/** What a trading thread does while it has nothing to do. */
public enum IdleMode {
    /** Sleeps until it is woken: no core is burnt; a wake-up costs 20 to 35 µs. */
    BLOCKING,
    /** Offers its core to other threads and looks again: for machines with few cores. */
    YIELDING,
    /** Never leaves its core: for cores set apart for it. */
    BUSY_SPIN
}
