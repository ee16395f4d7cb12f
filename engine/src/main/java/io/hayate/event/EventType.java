package io.hayate.event;

/** What the body of an {@link Event} holds, and so which flyweight reads it. */
public enum EventType {
    /** Nothing: a slot whose frame broke half way; consumers pass it by. */
    NONE(0),
    /** {@link Ticker} */
    TICKER(1),
    /** {@link ExecutionReport} */
    EXECUTION_REPORT(2),
    /** {@link WalletUpdate} */
    WALLET_UPDATE(3),
    /** {@link SessionStatus} */
    SESSION_STATUS(4),
    /** {@link TimeTick} */
    TIME_TICK(5),
    /** {@link Command} */
    COMMAND(6);

    private static final EventType[] VALUES = values();

    private final int code;

    EventType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The type with this code. */
    public static EventType ofCode(int code) {
        return VALUES[code];
    }
}
