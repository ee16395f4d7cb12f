package io.hayate.venue.order;

/** The sum of an order's flags. */
public record OrderFlags(long bits) {
    private static final int HIDDEN = 64;
    private static final int CLOSE = 512;
    private static final int REDUCE_ONLY = 1_024;
    private static final int POST_ONLY = 4_096;
    private static final int OCO = 16_384;
    private static final int NO_VARIABLE_RATES = 524_288;
    private static final long ALL =
            HIDDEN | CLOSE | REDUCE_ONLY | POST_ONLY | OCO | NO_VARIABLE_RATES;

    /** False for a sum that holds what is no flag. */
    public boolean isValid() {
        return bits >= 0 && (bits & ~ALL) == 0;
    }

    /** True for an order that no channel shows. */
    public boolean isHidden() {
        return has(HIDDEN);
    }

    /** True for an order that closes a position. */
    public boolean isClose() {
        return has(CLOSE);
    }

    /** True for an order that must not make a position larger. */
    public boolean isReduceOnly() {
        return has(REDUCE_ONLY) || isClose();
    }

    /** True for an order that is canceled when it would take. */
    public boolean isPostOnly() {
        return has(POST_ONLY);
    }

    /** True for a limit with a stop beside it. */
    public boolean isOneCancelsOther() {
        return has(OCO);
    }

    /** The same without being hidden. */
    public OrderFlags shown() {
        return new OrderFlags(bits & ~HIDDEN);
    }

    /** The flags of the stop that an OCO order has beside it. */
    public OrderFlags ofStopLeg() {
        return new OrderFlags(bits & (NO_VARIABLE_RATES | REDUCE_ONLY));
    }

    private boolean has(int flag) {
        return (bits & flag) != 0;
    }
}
