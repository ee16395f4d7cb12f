package io.hayate.order;

/** Who asked for an order; decides whether it is canceled when the strategy stops. */
public enum OrderOrigin {
    STRATEGY,
    CONSOLE
}
