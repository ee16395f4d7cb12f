package io.hayate.venue.mirror;

/** What a {@link MirrorFeed} counts. */
public enum MirrorCount {
    /** Texts of any kind. */
    TEXTS,
    /** Objects: {@code subscribed}, {@code info} and others. */
    EVENTS,
    /** Rows of books. */
    ROWS,
    /** Trades, each once. */
    PRINTS,
    /** Tickers. */
    TICKERS,
    /** Heartbeats. */
    HEARTBEATS,
    /** Checksums of books. */
    CHECKSUMS,
    /** Texts of channels that no market here follows: other symbols, candles, status, the account. */
    UNFOLLOWED,
    /** Texts of channels whose subscription was not told. A cut recording has them. */
    UNKNOWN,
    /** Texts that could not be read. More than a few ask for a look at the recording. */
    BROKEN,
    /** Rows with a price or amount beyond what a book can hold; they are left out. */
    BEYOND,
    /** Numbers missing in the sequence of a connection: texts that were lost before. */
    GAPS,
    /** Connections that ended. */
    ENDS,
    /** Channels and connections beyond the bound; their texts are left out. */
    TOO_MANY
}
