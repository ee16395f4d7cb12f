package io.hayate.order;

import io.hayate.model.Instruments;
import io.hayate.model.Side;
import org.agrona.collections.LongHashSet;

/**
 * The fills of our orders, so that each counts once, whatever its age. The venue's number alone does not
 * name one: two orders of ours may meet in one trade, and instruments may share numbers. The latest are
 * known one by one. A number below those that are forgotten counts as told: of an instrument they rise, and
 * what such a fill adds, were it news, the rows of its order tell, too. Allocates nothing.
 */
final class TradeIds {
    private static final int CAPACITY = 8_192;
    private static final int ROOM = 4; // times the capacity: the set never grows
    private static final float LOAD_FACTOR = 0.5f;
    private static final int INSTRUMENT_BITS = 12;

    private final LongHashSet known = new LongHashSet(CAPACITY * ROOM, LOAD_FACTOR, false);
    private final long[] inOrder = new long[CAPACITY];
    private final long[] forgotten = new long[Instruments.COUNT_MAX]; // of each the largest number
    private final long[] largest = new long[Instruments.COUNT_MAX];
    private int next;
    private int count;

    /** True when this fill is new; it is known from now on. */
    boolean add(long tradeId, int instrumentId, Side side) {
        long key = key(tradeId, instrumentId, side);
        if (tradeId <= forgotten[instrumentId] || !known.add(key)) {
            return false;
        }
        if (count == CAPACITY) {
            forget(inOrder[next]);
        } else {
            count++;
        }
        largest[instrumentId] = Math.max(largest[instrumentId], tradeId);
        inOrder[next] = key;
        next = (next + 1) % CAPACITY;
        return true;
    }

    /** Takes one fill as told. */
    void recall(int instrumentId, long tradeId, Side side) {
        boolean unused = add(tradeId, instrumentId, side);
    }

    /** Takes fills up to this number as told. */
    void recall(int instrumentId, long tradeId) {
        forgotten[instrumentId] = Math.max(forgotten[instrumentId], tradeId);
        largest[instrumentId] = Math.max(largest[instrumentId], tradeId);
    }

    /** The largest number that was told of an instrument; 0 for none. */
    long largest(int instrumentId) {
        return largest[instrumentId];
    }

    private void forget(long key) {
        known.remove(key);
        long fill = key >> 1;
        int instrumentId = (int) fill & (1 << INSTRUMENT_BITS) - 1;
        long tradeId = fill >> INSTRUMENT_BITS;
        forgotten[instrumentId] = Math.max(forgotten[instrumentId], tradeId);
    }

    /** One to one for numbers below 2^50, and the venue's are. */
    private static long key(long tradeId, int instrumentId, Side side) {
        long fill = (tradeId << INSTRUMENT_BITS) + instrumentId;
        return (fill << 1) + (side == Side.BUY ? 1 : 0);
    }
}
