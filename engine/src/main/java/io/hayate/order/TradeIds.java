package io.hayate.order;

import org.agrona.collections.LongHashSet;

/** The venue's numbers of the latest fills, so that each counts once. Allocates nothing. */
final class TradeIds {
    private static final int CAPACITY = 8_192;
    private static final float LOAD_FACTOR = 0.5f;

    private final LongHashSet known = new LongHashSet(CAPACITY * 2, LOAD_FACTOR, false);
    private final long[] inOrder = new long[CAPACITY];
    private int next;
    private int count;

    /** True when this number is new; it is known from now on. */
    boolean add(long tradeId) {
        if (!known.add(tradeId)) {
            return false;
        }
        if (count == CAPACITY) {
            known.remove(inOrder[next]);
        } else {
            count++;
        }
        inOrder[next] = tradeId;
        next = (next + 1) % CAPACITY;
        return true;
    }
}
