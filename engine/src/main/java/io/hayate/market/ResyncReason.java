package io.hayate.market;

/** Why a book must be resubscribed. */
public enum ResyncReason {
    /** The venue's checksum is not that of the book. */
    CHECKSUM("wrong checksum"),
    /** There were more levels, or orders, than there is room for, and the worst were dropped. */
    OVERFLOW("more levels than there is room for"),
    /** The book had more levels, or orders, than were subscribed, for longer than a burst. */
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
