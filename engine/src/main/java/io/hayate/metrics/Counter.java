package io.hayate.metrics;

/** What is counted. Each has one writing thread; its comment says what a rise asks of a person. */
public enum Counter implements CounterType {
    /** Text messages read. Nothing; if it stands still, look at the connection. */
    FRAMES(1, "frame", "frames"),
    /** Frames that could not be read and were skipped. Keep the example; tell the maintainers. */
    FRAMES_MALFORMED(2, "malformed frame", "malformed frames"),
    /** Frames on channels that nobody subscribed. A few after an unsubscribe are normal. */
    FRAMES_UNKNOWN(3, "frame of an unknown channel", "frames of unknown channels"),
    /** Messages of a type that the protocol does not list. The venue has something new. */
    TYPES_UNKNOWN(4, "frame of an unknown type", "frames of unknown types"),
    /** Holes, repeats or steps back in the venue's sequence numbers. Something was lost. */
    SEQUENCE_GAPS(5, "sequence gap", "sequence gaps"),
    /** Slots handed to the strategy. Nothing. */
    EVENTS(6, "event", "events"),
    /** Tickers replaced by a later one before the strategy took them. The strategy is too slow. */
    TICKERS_CONFLATED(7, "ticker conflated", "tickers conflated"),
    /** Times that reading paused because the ring had no room. Nothing, unless updates are dropped. */
    READS_PAUSED(8, "pause of reading", "pauses of reading"),
    /** Connections made after the first. Look at the reasons told with each. */
    RECONNECTS(9, "reconnect", "reconnects"),
    /** Orders handed to the socket or its queue. Nothing. */
    ORDERS_SENT(10, "order sent", "orders sent"),
    /** Orders that our own limits refused. Look at the limits, or at the strategy. */
    ORDERS_REFUSED(11, "order refused here", "orders refused here"),
    /** Orders that the venue refused. Read its words. */
    ORDERS_REJECTED(12, "order rejected by the venue", "orders rejected by the venue"),
    /** Orders whose outcome nobody told. Check them at the venue by hand. */
    ORDERS_UNKNOWN(13, "order of unknown outcome", "orders of unknown outcome"),
    /** Executions of our orders. Nothing. */
    FILLS(14, "fill", "fills"),
    /**
     * Fills that are no multiple of 1e-8, or whose price has over 12 decimals or is none: position and
     * profit took the nearest. Check them by hand.
     */
    FILLS_INEXACT(15, "inexact fill", "inexact fills"),
    /** Fills that only an order row told, their own message being lost. Check the fees by hand. */
    FILLS_ADOPTED(16, "fill told by an order row alone", "fills told by order rows alone"),
    /** Callbacks of the strategy that threw. Mend the strategy. */
    STRATEGY_EXCEPTIONS(17, "strategy exception", "strategy exceptions"),
    /**
     * Changes of books, candles and prints for which the ring had no room. The books came anew; the
     * strategy is too slow.
     */
    UPDATES_DROPPED(18, "update dropped", "updates dropped"),
    /** Channels resubscribed: after gaps, wrong checksums, silence or want of room. See why. */
    RESYNCS(19, "fresh subscription", "fresh subscriptions"),
    /** Age of the oldest event that waits for the strategy, in us: a level. The strategy is slow. */
    RING_AGE_US(20, "us of age of the oldest event", "us of age of the oldest event"),
    /** Times that something of the account was lost or not understood. See why; check it there. */
    ACCOUNT_DOUBTS(21, "doubt about the account", "doubts about the account"),
    /** Fills that cannot be true: the position leaves them out. Check it at the venue by hand. */
    FILLS_REFUSED(22, "fill not counted", "fills not counted"),
    /** Records that the journal had no room for. Its disk is full, gone or too slow: see why. */
    JOURNAL_LOST(23, "record lost to the journal", "records lost to the journal");

    private final int code;
    private final String titleOfOne;
    private final String title;

    Counter(int code, String titleOfOne, String title) {
        this.code = code;
        this.titleOfOne = titleOfOne;
        this.title = title;
    }

    /** Number from 1, without holes. */
    int code() {
        return code;
    }

    @Override
    public int typeId() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String unit() {
        return this == RING_AGE_US ? "us" : "1";
    }

    @Override
    public CounterKind kind() {
        return this == RING_AGE_US ? CounterKind.LEVEL : CounterKind.COUNT;
    }

    /** The words behind this number: {@code fill} behind 1, {@code fills} behind 2. */
    public String title(long count) {
        return count == 1 ? titleOfOne : title;
    }
}
