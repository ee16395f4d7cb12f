package io.hayate.metrics;

/**
 * From the receipt of a frame, when the read of the socket had returned, to what became of it.
 *
 * <p>The strategy thread records, allocating nothing; any thread reads.
 */
public final class TickToTrade {
    private final LatencyHistogram handled = new LatencyHistogram();
    private final LatencyHistogram written = new LatencyHistogram();

    /** Until the strategy was given the ticker. */
    public LatencyHistogram handled() {
        return handled;
    }

    /** Until the order that the ticker led to was handed over. */
    public LatencyHistogram written() {
        return written;
    }
}
