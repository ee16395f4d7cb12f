package io.hayate.books;

/** In which currencies, by their numbers, the day has lost what it may. Strategy thread. */
public interface DayLosses {
    /** True when it has. */
    boolean isReached(int currency);

    /** How often that has come to be, of all currencies and days. */
    int count();

    /** A run before has lost that on the day of this time, in ms since 1970 UTC. */
    void onReachedBefore(int currency, long timeMs);
}
