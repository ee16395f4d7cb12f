package io.hayate.order;

/**
 * How orders are kept.
 *
 * @param capacity orders kept at once, open and done
 * @param answerTimeoutMs what an order waits for a word of the venue before its outcome counts as unknown
 */
public record OrderKeeping(int capacity, int answerTimeoutMs) {}
