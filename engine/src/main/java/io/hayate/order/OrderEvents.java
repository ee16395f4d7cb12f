package io.hayate.order;

/** What Hayate itself finds out about an order of ours. Strategy thread. */
public interface OrderEvents {
    /**
     * The venue has not told what became of this order, as the connection was lost with it under way,
     * or a list leaves it out: it may be filled, open or unknown there.
     */
    void onOutcomeUnknown(Order order);

    /** A fill that only an order row told is counted now: {@code units} of 1e-8. */
    void onFillAdopted(Order order, long units);
}
