package io.hayate.order;

import io.hayate.model.Side;
import org.agrona.collections.LongHashSet;

/**
 * The latest fills of our orders, so that each counts once. The venue's number alone does not name
 * one: two orders of ours may meet in one trade, and instruments may share numbers. Allocates
 * nothing.
 */
final class TradeIds {
    private static final int CAPACITY = 8_192;
    private static final int ROOM = 4; // times the capacity: the set never grows
    private static final float LOAD_FACTOR = 0.5f;
    private static final int INSTRUMENT_BITS = 12;

    private final LongHashSet known = new LongHashSet(CAPACITY * ROOM, LOAD_FACTOR, false);
    private final long[] inOrder = new long[CAPACITY];
    private int next;
    private int count;

    /** True when this fill is new; it is known from now on. */
    boolean add(long tradeId, int instrumentId, Side side) {
        long key = key(tradeId, instrumentId, side);
        if (!known.add(key)) {
            return false;
        }
        if (count == CAPACITY) {
            known.remove(inOrder[next]);
        } else {
            count++;
        }
        inOrder[next] = key;
        next = (next + 1) % CAPACITY;
        return true;
    }

    /** One to one for numbers below 2^50, and the venue's are. */
    private static long key(long tradeId, int instrumentId, Side side) {
        long fill = (tradeId << INSTRUMENT_BITS) + instrumentId;
        return (fill << 1) + (side == Side.BUY ? 1 : 0);
    }
}
