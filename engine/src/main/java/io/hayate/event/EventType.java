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
    COMMAND(6),
    /** {@link Trade} */
    TRADE(7),
    /** {@link BookEntry}; of an empty snapshot one that {@link BookEntry#isNone()} */
    BOOK_ENTRY(8),
    /** {@link BookChecksum} */
    BOOK_CHECKSUM(9),
    /** No body: what was read of the channel's book until now belongs together. */
    BOOK_BURST_END(10),
    /** {@link Candle} */
    CANDLE(11),
    /** {@link DerivativeStatus} */
    DERIVATIVE_STATUS(12),
    /** {@link Liquidation} */
    LIQUIDATION(13),
    /** {@link ChannelStatus} */
    CHANNEL_STATUS(14),
    /** {@link BookView}; among notices alone, never on the ring */
    BOOK_VIEW(15),
    /** {@link ExecutionReport} of the venue's history; the look's number is the venue's of the event */
    PAST_REPORT(16),
    /** {@link LookEnd} */
    LOOK_END(17),
    /** {@link HoldingUpdate} */
    HOLDING_UPDATE(18),
    /** {@link SessionStatus} whose text alone counts: what a person asked for, and who that was */
    OPERATOR(19);

    private static final EventType[] VALUES = values();

    private final int code;

    EventType(int code) {
        this.code = code;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** The type with this code. */
    public static EventType ofCode(int code) {
        return VALUES[code];
    }
}
