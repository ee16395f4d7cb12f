package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.market.TickerSource;

/** Makes the feeds of books. */
interface BookFeeds {
    /**
     * A feed of this book, until it is ended.
     *
     * @param spec a book as it is acknowledged: known symbol, precision, frequency and length
     * @param source the market, or the currency that is lent, of its symbol
     */
    Feed make(ChannelSpec spec, TickerSource source);

    /** Forgets a feed that was made here. */
    void end(Feed feed, TickerSource source);
}
