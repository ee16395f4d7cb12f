package io.hayate.event;

/** Which message an {@link ExecutionReport} was made from, and so which of its fields hold. */
public enum ReportKind {
    /** {@code n}: the venue's answer to a request of ours. */
    REQUEST_ANSWER(1),
    /**
     * {@code os}: an order that is open as the session starts; the events of one list are marked
     * first and last.
     */
    OPEN_ORDER(2),
    /** {@code on}: a new order rests. */
    NEW(3),
    /** {@code ou}: an order changed. */
    CHANGED(4),
    /** {@code oc}: an order is gone. */
    CLOSED(5),
    /** {@code te}: a fill, its fee not yet known. */
    FILL(6),
    /** {@code tu}: the same fill with its fee. */
    FILL_FEE(7),
    /** Made by Hayate: the frame of this order was dropped before the socket; it never left. */
    NOT_SENT(8),
    /** {@code os} with an empty list: nothing is open as the session starts. */
    NO_OPEN_ORDERS(9),
    /** Made by Hayate: the connection was lost with this order under way; its outcome is unknown. */
    OUTCOME_UNKNOWN(10),
    /** Made by Hayate: a fill that only an order row told, its own message being lost. */
    FILL_ADOPTED(11),
    /** Made by Hayate: an order that its own checks refused; nothing was sent. */
    REFUSED_HERE(12);

    private static final ReportKind[] VALUES = values();

    private final int code;

    ReportKind(int code) {
        this.code = code;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** The kind with this code. */
    public static ReportKind ofCode(int code) {
        return VALUES[code - 1];
    }
}
