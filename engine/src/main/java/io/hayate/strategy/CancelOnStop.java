package io.hayate.strategy;

/** Whose open orders are canceled when the engine ends as asked. */
public enum CancelOnStop {
    /** Those of the strategy; what the console placed stays. */
    STRATEGY,
    /** All that this engine placed. */
    ALL,
    /** None. */
    NONE
}
