package io.hayate.event;

/** What a notice to the view is. */
public enum NoticeType {
    /** A copy of an event as it happened: an execution report, a wallet, a session status. */
    EVENT(1),
    /** A copy of an event as the answer to a command: a ticker, an order, a wallet. */
    ANSWER(2),
    /** A ticker that a strategy wants shown on the rewritten line or table. */
    PRINT(3),
    /** A template and its numbers, from a strategy. */
    LOG(4),
    /** A frame that came in, as it was. */
    FRAME_IN(5),
    /** A frame that went out, secrets masked. */
    FRAME_OUT(6),
    /** A copy of an event for who looks on from outside; the console does not show it. */
    LOOK(7);

    private static final NoticeType[] VALUES = values();

    private final int code;

    NoticeType(int code) {
        this.code = code;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** The type with this code. */
    public static NoticeType ofCode(int code) {
        return VALUES[code - 1];
    }
}
