package io.hayate.venue.rule;

/**
 * When a rule acts: of the occasions at its point that it covers.
 *
 * @param every each so many-th one; 1 is each
 * @param nth this one alone, from 1; 0 for no such bound
 * @param times so often at most; 0 for as often as it may be
 * @param chance how probable each is, by the seed; 1 is sure
 * @param fromMs so long after the rule was set
 * @param lastsMs for so long from then on; 0 for ever
 * @param periodMs of a fault that acts by itself: again after so long; 0 for once
 */
public record FaultWhen(
        int every, int nth, int times, double chance, long fromMs, long lastsMs, long periodMs) {
    /** At each occasion, from now on. */
    public static final FaultWhen ALWAYS = new FaultWhen(1, 0, 0, 1, 0, 0, 0);

    /** At every n-th occasion. */
    public static FaultWhen every(int n) {
        return new FaultWhen(n, 0, 0, 1, 0, 0, 0);
    }

    /** At the next so many occasions. */
    public static FaultWhen next(int times) {
        return new FaultWhen(1, 0, times, 1, 0, 0, 0);
    }
}
