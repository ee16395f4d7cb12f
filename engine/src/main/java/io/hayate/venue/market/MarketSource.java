package io.hayate.venue.market;

import io.hayate.venue.book.LimitBook;

/**
 * What moves a market: it puts orders into the market's book and trades in it. One is made up from a
 * seed; a recording or a live feed is another. Venue thread.
 */
public interface MarketSource {
    /** Makes the source of a market, which fills its book. */
    interface Maker {
        /**
         * A source for this book.
         *
         * @param prints takes trades that others than the book's takers have made
         */
        MarketSource of(LimitBook book, PrintTape.Listener prints);
    }

    /** Where it would buy, in ticks: what a ticker says while nothing lies in the book. */
    int bid();

    /** Where it would sell, in ticks. */
    int ask();

    /** Moves on by one step. */
    void step();

    /** Lets so many things happen in the book while the price stands. */
    void act(int count);

    /** When a trade of now is said to have happened: now, or a little before. */
    long tradeTimeMs();

    /** True while nothing is known of the market, so that nobody can trade there. */
    default boolean isStale() {
        return false;
    }
}
