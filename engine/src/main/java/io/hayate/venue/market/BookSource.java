package io.hayate.venue.market;

import io.hayate.venue.book.LimitBook;

/** Something with a book. Venue thread. */
public interface BookSource {
    /** Book that is shown. */
    LimitBook book();

    /** Decimals of a tick; negative when a tick is ten or more. */
    int tickScale();

    /** Lets so many things happen in the book while the price stands. */
    void act(int count);
}
