package io.hayate.market;

/** Why a book must come anew. */
public enum ResyncReason {
    /** The venue's checksum is not that of the book. */
    CHECKSUM("wrong checksum"),
    /** There were more levels, or orders, than there is room for, and the worst were dropped. */
    OVERFLOW("more levels than there is room for"),
    /** For longer than a burst there were more levels, or orders, than were subscribed. */
    TOO_LONG("more levels than subscribed");

    private final String text;

    ResyncReason(String text) {
        this.text = text;
    }

    /** The reason in words. */
    public String text() {
        return text;
    }
}
