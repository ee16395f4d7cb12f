package io.hayate.market;

import io.hayate.model.Side;

/**
 * Levels or orders of one side of a book, sorted, the best at the end. They lie in the middle of a
 * longer array, so that a row goes in or out by moving those on its shorter side, all that it is made
 * of at once: most change near the best, or at the edge of the window. Equal prices lie by period,
 * then by order id, the lowest first.
 *
 * <p>A rank counts from the best, 0. The strategy's thread; allocates nothing after construction.
 */
final class SortedRows {
    private static final int AMOUNT = 1; // after the key
    private static final int ID = 2; // 0 of a level
    private static final int TERMS = 3; // period above, count below
    private static final int SHIFT = 2; // a row is four longs
    private static final int NEAR = 4; // rows that are looked at first

    private final double sign; // a better price by this sign is greater
    private final long[] rows;
    private final int capacity;
    private int start; // of the rows in the array
    private int size;

    /**
     * Room for {@code capacity} rows.
     *
     * @param side BUY puts the highest price first, SELL the lowest
     */
    SortedRows(Side side, int capacity) {
        sign = side.sign();
        this.capacity = capacity;
        rows = new long[(2 * capacity) << SHIFT];
        clear();
    }

    static long bytes(int capacity) {
        return ((2L * capacity) << SHIFT) * Long.BYTES;
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
        return (start + size - 1 - rank) << SHIFT;
    }

    /** A number that rises with the price by this side's sign: the better, the greater. */
    private long key(double price) {
        return sorted(Double.doubleToRawLongBits(price * sign + 0.0)); // no -0.0
    }

    /** Bits of a double as a long of the same order, and back. */
    private static long sorted(long bits) {
        return bits ^ ((bits >> (Long.SIZE - 1)) >>> 1);
    }

    double price(int rank) {
        return Double.longBitsToDouble(sorted(rows[at(rank)])) * sign + 0.0;
    }

    double amount(int rank) {
        return Double.longBitsToDouble(rows[at(rank) + AMOUNT]);
    }

    int count(int rank) {
        return (int) rows[at(rank) + TERMS];
    }

    int period(int rank) {
        return periodAt(at(rank));
    }

    long id(int rank) {
        return rows[at(rank) + ID];
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
        long key = key(price);
        int end = start + size;
        int at = worst(key);
        while (at < end && keyAt(at) == key) {
            int order = compare(at, period, id);
            if (order == 0) {
                return end - 1 - at;
            }
            if (order < 0) {
                break;
            }
            at++;
        }
        return at - end - 1;
    }

    /** Where the worst row lies of those at a key or better; the end when there is none. */
    private int worst(long key) {
        int step = NEAR;
        int at = start + size - step;
        while (at > start && keyAt(at - 1) >= key) {
            step *= 2;
            at -= step;
        }
        int left = Math.min(step, at + step - start);
        at = Math.max(at, start);
        while (left > 0) { // without a branch on what is found: it would be guessed wrong
            int half = (left + 1) >>> 1;
            at += keyAt(at + half - 1) < key ? half : 0;
            left -= half;
        }
        return at;
    }

    private long keyAt(int at) {
        return rows[at << SHIFT];
    }

    /** Compares a row with what would lie at its price: positive when the row comes after it. */
    private int compare(int at, int period, long id) {
        int row = at << SHIFT;
        int order = Integer.compare(periodAt(row), period);
        return order != 0 ? order : Long.compare(rows[row + ID], id);
    }

    private int periodAt(int row) {
        return (int) (rows[row + TERMS] >>> Integer.SIZE);
    }

    /** Changes the row of a rank. */
    void set(int rank, double amount, int count) {
        int at = at(rank);
        rows[at + AMOUNT] = Double.doubleToRawLongBits(amount);
        rows[at + TERMS] = ((long) periodAt(at) << Integer.SIZE) | Integer.toUnsignedLong(count);
    }

    /** Puts a new row in, so that it has this rank; there must be room. Its amount is set next. */
    void insert(int rank, double price, int period, long id) {
        int worse = size - rank;
        if (worse < rank ? start == 0 : start + size == rows.length >> SHIFT) {
            center();
        }
        if (worse < rank) {
            shift(start, start - 1, worse);
            start--;
        } else {
            shift(start + worse, start + worse + 1, rank);
        }
        size++;
        int at = (start + worse) << SHIFT;
        rows[at] = key(price);
        rows[at + ID] = id;
        rows[at + TERMS] = (long) period << Integer.SIZE;
    }

    private void center() {
        int middle = ((rows.length >> SHIFT) - size) / 2;
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
        System.arraycopy(rows, from << SHIFT, rows, to << SHIFT, length << SHIFT);
    }
}
