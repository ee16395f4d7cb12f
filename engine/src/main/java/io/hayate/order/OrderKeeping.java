package io.hayate.order;

/**
 * How orders are kept.
 *
 * @param capacity orders kept at once, open and done
 * @param answerTimeoutMs what an order waits for a word of the venue before its outcome counts as unknown
 * @param doubts how those are looked after
 */
public record OrderKeeping(int capacity, int answerTimeoutMs, DoubtKeeping doubts) {
    /** Where nobody is asked what became of them. */
    public OrderKeeping(int capacity, int answerTimeoutMs) {
        this(capacity, answerTimeoutMs, DoubtKeeping.NONE);
    }
}
