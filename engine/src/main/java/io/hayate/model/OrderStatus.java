package io.hayate.model;

/**
 * The life of an order of ours. Frames of the venue come in no promised order, so a later state may
 * be reached from any earlier one; a state in which the order is done is never left, but that an
 * {@link #UNKNOWN} outcome may still be told.
 */
public enum OrderStatus {
    /** Written or queued; the venue has not answered. */
    SUBMITTED(1, false),
    /** {@code n on-req SUCCESS}: accepted for processing; not yet resting, filled or refused. */
    ACCEPTED(2, false),
    /** {@code on}, {@code os}: on the book, nothing filled. */
    ACTIVE(3, false),
    /** {@code ou}, {@code te}: filled in part, the rest still works. */
    PARTIALLY_FILLED(4, false),
    /** {@code oc EXECUTED}: nothing remains. */
    FILLED(5, true),
    /** {@code oc} of any other word: gone with a rest; what was filled before counts. */
    CANCELED(6, true),
    /** {@code n on-req ERROR}, {@code oc} of a refusal, or a frame of ours that never left. */
    REJECTED(7, true),
    /** No word came in time, or the connection was lost on the way: filled, open or never arrived. */
    UNKNOWN(8, false),
    /**
     * The venue's list and history, read whole and later than the loss, do not have it; or a person says
     * that it is no more.
     */
    NEVER_ARRIVED(9, true);

    private static final OrderStatus[] BY_CODE = new OrderStatus[10];

    static {
        for (OrderStatus status : values()) {
            BY_CODE[status.code] = status;
        }
    }

    private final int code;
    private final boolean done;

    OrderStatus(int code, boolean done) {
        this.code = code;
        this.done = done;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /**
     * True when the venue will say no more of this order but late fills. One that never arrived, as far as
     * was to be found out, lives again when the venue tells of it after all.
     */
    public boolean isDone() {
        return done;
    }

    /** True when an order of this state may come into {@code next}. */
    public boolean canBecome(OrderStatus next) {
        return switch (this) {
            case SUBMITTED -> next != SUBMITTED && next != NEVER_ARRIVED;
            case ACCEPTED -> next != SUBMITTED && next != ACCEPTED && next != NEVER_ARRIVED;
            case ACTIVE ->
                    next == PARTIALLY_FILLED
                            || (next.done && next != NEVER_ARRIVED)
                            || next == UNKNOWN;
            case PARTIALLY_FILLED -> next == FILLED || next == CANCELED || next == UNKNOWN;
            case UNKNOWN -> next != SUBMITTED && next != UNKNOWN;
            case NEVER_ARRIVED ->
                    next != SUBMITTED && next != NEVER_ARRIVED; // the venue has it after all
            case FILLED, CANCELED, REJECTED -> false;
        };
    }

    /** The status with this code, or null when the buffer holds none (code 0). */
    public static OrderStatus ofCode(int code) {
        return BY_CODE[code];
    }
}
