package io.hayate.venue.mirror;

import java.util.Arrays;

/**
 * The rows of one text of a book, read whole before any counts. An amount's sign is its side: a bid is
 * positive. A row that removes has count 0, and its sign, too.
 */
final class MirrorRows {
    private static final int ROOM_AT_FIRST = 512;
    private static final int ROWS_MAX = 16_384;

    private long[] ids = new long[ROOM_AT_FIRST];
    private long[] prices = new long[ROOM_AT_FIRST];
    private int[] counts = new int[ROOM_AT_FIRST];
    private long[] units = new long[ROOM_AT_FIRST];
    private int size;

    void clear() {
        size = 0;
    }

    /** Adds a row; false when there are too many. */
    boolean add(long id, long price, int count, long amount) {
        if (size == ids.length) {
            if (size == ROWS_MAX) {
                return false;
            }
            ids = Arrays.copyOf(ids, 2 * size);
            prices = Arrays.copyOf(prices, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            units = Arrays.copyOf(units, 2 * size);
        }
        ids[size] = id;
        prices[size] = price;
        counts[size] = count;
        units[size++] = amount;
        return true;
    }

    int size() {
        return size;
    }

    /** The order's id; 0 of a level. */
    long id(int at) {
        return ids[at];
    }

    /** In the decimals that were asked for; 0 of an order that is removed. */
    long price(int at) {
        return prices[at];
    }

    /** How many orders make up the level; 0 removes. */
    int count(int at) {
        return counts[at];
    }

    /** In units of 1e-8; positive for a bid. */
    long units(int at) {
        return units[at];
    }
}
