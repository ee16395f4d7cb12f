package io.hayate.model;

/** The kind of stream that a subscription carries. The code goes into buffers. */
public enum Channel {
    /** Orders, trades and wallets of the account: channel 0, which nobody subscribes. */
    ACCOUNT(0, "account"),
    /** Best bid and offer with the day's figures; a snapshot and an update look the same. */
    TICKER(1, "ticker"),
    /** Public prints: the latest as a snapshot, then each as it happens. */
    TRADES(2, "trades"),
    /** Price levels, or single orders: a snapshot, then changes. */
    BOOK(3, "book"),
    /** Open, close, high, low and volume by interval. */
    CANDLES(4, "candles"),
    /** State of a derivative, or liquidations of all. */
    STATUS(5, "status");

    private static final Channel[] VALUES = values();

    private final int code;
    private final String wireName;

    Channel(int code, String wireName) {
        this.code = code;
        this.wireName = wireName;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** The venue's word for it in {@code subscribe} and {@code subscribed}. */
    public String wireName() {
        return wireName;
    }

    /** The channel of this word, or null. */
    public static Channel ofWire(String name) {
        for (Channel channel : VALUES) {
            if (channel.wireName.equals(name)) {
                return channel;
            }
        }
        return null;
    }
}
