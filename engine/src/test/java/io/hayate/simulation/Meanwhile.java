package io.hayate.simulation;

/** What becomes of an order at the venue while its client hears nothing. */
enum Meanwhile {
    FILLED,
    HALF_FILLED,
    RESTED,
    REJECTED,
    CANCELED,
    NEVER_SEEN
}
