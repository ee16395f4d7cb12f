package io.hayate.order;

/** What becomes of an order of which the venue's list and history know nothing, when all was read. */
public enum AbsentOrders {
    /** That of the embedded venue has never arrived; any other's outcome stays unknown. */
    AUTO,
    /** Its outcome stays unknown, and it counts, until something is heard of it or a person gives it up. */
    HOLD,
    /** It has never arrived. */
    SETTLE;

    /** What that is of a venue. */
    public AbsentOrders at(boolean isEmbedded) {
        if (this != AUTO) {
            return this;
        }
        return isEmbedded ? SETTLE : HOLD;
    }
}
