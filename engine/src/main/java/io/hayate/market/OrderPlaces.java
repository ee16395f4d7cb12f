package io.hayate.market;

import io.hayate.model.Side;
import java.util.Arrays;

/**
 * Where each order of a raw book lies, by the venue's number of it: a table with open addressing,
 * never more than half full.
 *
 * <p>The strategy's thread; allocates nothing after construction.
 */
final class OrderPlaces {
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final long[] ids;
    private final double[] prices;
    private final int[] periods;
    private final byte[] signs; // 0 where the slot is free
    private final int mask;
    private final int shift;

    /** Room for {@code capacity} orders. */
    OrderPlaces(int capacity) {
        int slots = Integer.highestOneBit(capacity) << 2;
        ids = new long[slots];
        prices = new double[slots];
        periods = new int[slots];
        signs = new byte[slots];
        mask = slots - 1;
        shift = Long.numberOfLeadingZeros(mask);
    }

    /** The slot of an order, or -1 when there is none. */
    int find(long id) {
        int slot = home(id);
        while (signs[slot] != 0) {
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
        return periods[slot];
    }

    Side side(int slot) {
        return Side.ofSign(signs[slot]);
    }

    /** Puts down an order that is not there yet. */
    void add(long id, Side side, double price, int period) {
        int slot = home(id);
        while (signs[slot] != 0) {
            slot = slot + 1 & mask;
        }
        ids[slot] = id;
        prices[slot] = price;
        periods[slot] = period;
        signs[slot] = (byte) side.sign();
    }

    /** Frees a slot, and moves up those behind it that would no longer be found. */
    void remove(int slot) {
        int free = slot;
        int next = slot + 1 & mask;
        while (signs[next] != 0) {
            int distance = next - home(ids[next]) & mask;
            if (distance >= (next - free & mask)) {
                move(next, free);
                free = next;
            }
            next = next + 1 & mask;
        }
        signs[free] = 0;
    }

    private void move(int from, int to) {
        ids[to] = ids[from];
        prices[to] = prices[from];
        periods[to] = periods[from];
        signs[to] = signs[from];
    }

    void clear() {
        Arrays.fill(signs, (byte) 0);
    }
}
