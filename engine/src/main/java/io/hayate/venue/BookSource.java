package io.hayate.venue;

/** Something with a book. Venue thread. */
interface BookSource {
    LimitBook book();

    /** Decimals of a tick; negative when a tick is ten or more. */
    int tickScale();

    /** Lets so many things happen in the book while the price stands. */
    void act(int count);
}
