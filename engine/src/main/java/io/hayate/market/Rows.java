package io.hayate.market;

import io.hayate.model.Side;

/**
 * Levels or orders of one side of a book, sorted, the best at the end. They lie in the middle of
 * longer arrays, so that a row goes in or out by moving those on its shorter side: most change near
 * the best, or at the edge of the window. Equal prices lie by period, then by order id, the lowest
 * first.
 *
 * <p>A rank counts from the best, 0. The strategy's thread; allocates nothing after construction.
 */
final class Rows {
    private final double sign; // a key is the price by this sign: the better, the greater
    private final double[] keys;
    private final double[] amounts;
    private final int[] counts; // null where each row is one order
    private final int[] periods; // null but for funding
    private final long[] ids; // null but for orders
    private final int capacity;
    private int start; // of the rows in the arrays
    private int size;

    /**
     * Room for {@code capacity} rows.
     *
     * @param side BUY puts the highest price first, SELL the lowest
     */
    Rows(Side side, int capacity, boolean orders, boolean funding) {
        sign = side.sign();
        this.capacity = capacity;
        int room = 2 * capacity;
        keys = new double[room];
        amounts = new double[room];
        counts = orders ? null : new int[room];
        periods = funding ? new int[room] : null;
        ids = orders ? new long[room] : null;
        clear();
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == capacity;
    }

    boolean holds(int rank) {
        return rank >= 0 && rank < size;
    }

    void clear() {
        size = 0;
        start = capacity / 2;
    }

    private int at(int rank) {
        return start + size - 1 - rank;
    }

    double price(int rank) {
        return keys[at(rank)] * sign;
    }

    double amount(int rank) {
        return amounts[at(rank)];
    }

    int count(int rank) {
        return counts == null ? 1 : counts[at(rank)];
    }

    int period(int rank) {
        return periods == null ? 0 : periods[at(rank)];
    }

    long id(int rank) {
        return ids == null ? 0 : ids[at(rank)];
    }

    /** True when the row of this rank is at this price and period. */
    boolean isAt(int rank, double price, int period) {
        return holds(rank) && price(rank) == price && period(rank) == period;
    }

    /** True when a price is strictly worse than another. */
    boolean isWorse(double price, double other) {
        return price * sign < other * sign;
    }

    /** The rank of a row, or minus one less than the rank that it would get. */
    int find(double price, int period, long id) {
        double key = price * sign;
        int low = start;
        int high = start + size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, key, period, id);
            if (order < 0) {
                low = middle + 1;
            } else if (order > 0) {
                high = middle - 1;
            } else {
                return start + size - 1 - middle;
            }
        }
        return -(start + size - low) - 1;
    }

    private int compare(int at, double key, int period, long id) {
        double there = keys[at];
        if (there != key) {
            return there < key ? -1 : 1;
        }
        int order = periods == null ? 0 : Integer.compare(period, periods[at]);
        return order != 0 || ids == null ? order : Long.compare(id, ids[at]);
    }

    /** Changes the row of a rank. */
    void set(int rank, double amount, int count) {
        int at = at(rank);
        amounts[at] = amount;
        if (counts != null) {
            counts[at] = count;
        }
    }

    /** Puts a new row in, so that it has this rank; there must be room. Its amount is set next. */
    void insert(int rank, double price, int period, long id) {
        int worse = size - rank;
        if (worse < rank ? start == 0 : start + size == keys.length) {
            center();
        }
        if (worse < rank) {
            shift(start, start - 1, worse);
            start--;
        } else {
            shift(start + worse, start + worse + 1, rank);
        }
        size++;
        int at = start + worse;
        keys[at] = price * sign;
        if (periods != null) {
            periods[at] = period;
        }
        if (ids != null) {
            ids[at] = id;
        }
    }

    private void center() {
        int middle = (keys.length - size) / 2;
        shift(start, middle, size);
        start = middle;
    }

    /** Takes the row of a rank out. */
    void remove(int rank) {
        int worse = size - 1 - rank;
        if (worse < rank) {
            shift(start, start + 1, worse);
            start++;
        } else {
            int at = start + worse;
            shift(at + 1, at, rank);
        }
        size--;
    }

    private void shift(int from, int to, int length) {
        if (length == 0) {
            return;
        }
        System.arraycopy(keys, from, keys, to, length);
        System.arraycopy(amounts, from, amounts, to, length);
        if (counts != null) {
            System.arraycopy(counts, from, counts, to, length);
        }
        if (periods != null) {
            System.arraycopy(periods, from, periods, to, length);
        }
        if (ids != null) {
            System.arraycopy(ids, from, ids, to, length);
        }
    }
}
