package io.hayate.market;

import io.hayate.model.Side;
import java.util.Arrays;

/**
 * Where each order of a raw book lies, by the venue's number of it: a table with open addressing,
 * never more than two thirds full.
 *
 * <p>The strategy's thread; allocates nothing after construction.
 */
final class OrderPlaces {
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;
    private static final int BID = 1;
    private static final int ASK = 2;
    private static final int PERIOD_SHIFT = 2;

    private final long[] ids;
    private final double[] prices;
    private final int[] tags; // period and side; 0 where the slot is free
    private final int mask;
    private final int shift;

    /** Room for {@code capacity} orders. */
    OrderPlaces(int capacity) {
        int slots = slots(capacity);
        ids = new long[slots];
        prices = new double[slots];
        tags = new int[slots];
        mask = slots - 1;
        shift = Long.numberOfLeadingZeros(mask);
    }

    private static int slots(int capacity) {
        return Integer.highestOneBit(capacity * 3 / 2) << 1;
    }

    static long bytes(int capacity) {
        return (long) slots(capacity) * (2 * Long.BYTES + Integer.BYTES);
    }

    /** The slot of an order, or -1 when there is none. */
    int find(long id) {
        int slot = home(id);
        while (tags[slot] != 0) {
            if (ids[slot] == id) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    private int home(long id) {
        return (int) ((id * SPREAD) >>> shift);
    }

    double price(int slot) {
        return prices[slot];
    }

    int period(int slot) {
        return tags[slot] >>> PERIOD_SHIFT;
    }

    Side side(int slot) {
        return (tags[slot] & BID) != 0 ? Side.BUY : Side.SELL;
    }

    /** Puts down an order that is not there yet. */
    void add(long id, Side side, double price, int period) {
        int slot = home(id);
        while (tags[slot] != 0) {
            slot = slot + 1 & mask;
        }
        ids[slot] = id;
        prices[slot] = price;
        tags[slot] = period << PERIOD_SHIFT | (side == Side.BUY ? BID : ASK);
    }

    /** Frees a slot, and moves up those behind it that would no longer be found. */
    void remove(int slot) {
        int free = slot;
        int next = slot + 1 & mask;
        while (tags[next] != 0) {
            int distance = next - home(ids[next]) & mask;
            if (distance >= (next - free & mask)) {
                move(next, free);
                free = next;
            }
            next = next + 1 & mask;
        }
        tags[free] = 0;
    }

    private void move(int from, int to) {
        ids[to] = ids[from];
        prices[to] = prices[from];
        tags[to] = tags[from];
    }

    void clear() {
        Arrays.fill(tags, 0);
    }
}
