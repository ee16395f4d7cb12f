package io.hayate.venue.order;

/** How an order trades, whatever wallet it trades on. */
public enum OrderKind {
    LIMIT("LIMIT"),
    MARKET("MARKET"),
    STOP("STOP"),
    STOP_LIMIT("STOP LIMIT"),
    TRAILING_STOP("TRAILING STOP"),
    FOK("FOK"),
    IOC("IOC");

    private final String word;

    OrderKind(String word) {
        this.word = word;
    }

    /** As the wire names it, without the wallet. */
    public String word() {
        return word;
    }

    /** True when it waits unseen until its price is reached. */
    public boolean waits() {
        return this == STOP || this == STOP_LIMIT || this == TRAILING_STOP;
    }

    /** True when it takes at any price once it trades. */
    public boolean takesAtAnyPrice() {
        return this == MARKET || this == STOP || this == TRAILING_STOP;
    }

    /** True when its {@code price} is a must. */
    public boolean hasPrice() {
        return this != MARKET && this != TRAILING_STOP;
    }
}
