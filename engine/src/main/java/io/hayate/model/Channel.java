package io.hayate.model;

/** The kind of stream that a subscription carries. The code goes into buffers. */
public enum Channel {
    /** Orders, trades and wallets of the account: channel 0, which nobody subscribes. */
    ACCOUNT(0, "account"),
    /** Best bid and offer with the day's figures; a snapshot and an update look the same. */
    TICKER(1, "ticker");

    private final int code;
    private final String wireName;

    Channel(int code, String wireName) {
        this.code = code;
        this.wireName = wireName;
    }

    public int code() {
        return code;
    }

    /** The venue's word for it in {@code subscribe} and {@code subscribed}. */
    public String wireName() {
        return wireName;
    }
}
