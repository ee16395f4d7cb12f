package io.hayate.metrics;

/** Of which rows of market data the times are taken, on their way to the strategy and to an order. */
public enum LatencyStamps {
    /** Of all: each {@link Stage}. */
    ALL,

    /** Of those that an order answers, from their receipt on: two readings of the clock less a row. */
    ORDERS,

    /** Of none. */
    OFF;

    /** True where the times between receipt and callback are taken. */
    public boolean areOfRows() {
        return this == ALL;
    }
}
