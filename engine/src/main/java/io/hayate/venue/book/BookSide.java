package io.hayate.venue.book;

import io.hayate.model.Side;
import java.util.Arrays;

/**
 * The bids or the asks, sorted. Rank 0 is the best and lies at the end of the array, so that what
 * changes near the best moves little.
 */
public final class BookSide {
    private static final int ROOM_AT_FIRST = 1_024;

    private final Side side;
    private BookOrder[] orders;
    private long[] keys; // their prices, so that the better is the larger
    private long[] units; // what is left of each
    private int count;
    private long version;

    BookSide(Side side) {
        this(side, ROOM_AT_FIRST);
    }

    /** An empty side that has room for so many orders and grows on need. */
    BookSide(Side side, int room) {
        this.side = side;
        orders = new BookOrder[room];
        keys = new long[room];
        units = new long[room];
    }

    /** Grows with every change. */
    long version() {
        return version;
    }

    /** An order has changed in what is neither price nor amount. */
    void touch() {
        version++;
    }

    /** How many orders lie here. */
    public int count() {
        return count;
    }

    /** The order of this rank; 0 is the best. */
    public BookOrder at(int rank) {
        return orders[count - 1 - rank];
    }

    /** The price of the order of this rank. */
    public long priceAt(int rank) {
        long key = keys[count - 1 - rank];
        return side == Side.BUY ? key : -key;
    }

    /** What is left of the order of this rank. */
    long unitsAt(int rank) {
        return units[count - 1 - rank];
    }

    /** The best, or null. */
    public BookOrder best() {
        return count == 0 ? null : orders[count - 1];
    }

    void add(BookOrder order) {
        version++;
        if (count == orders.length) {
            orders = Arrays.copyOf(orders, 2 * count);
            keys = Arrays.copyOf(keys, 2 * count);
            units = Arrays.copyOf(units, 2 * count);
        }
        int index = indexOf(order);
        System.arraycopy(orders, index, orders, index + 1, count - index);
        System.arraycopy(keys, index, keys, index + 1, count - index);
        System.arraycopy(units, index, units, index + 1, count - index);
        orders[index] = order;
        keys[index] = key(order.price);
        units[index] = order.units;
        count++;
    }

    void remove(BookOrder order) {
        version++;
        int index = placeOf(order);
        count--;
        System.arraycopy(orders, index + 1, orders, index, count - index);
        System.arraycopy(keys, index + 1, keys, index, count - index);
        System.arraycopy(units, index + 1, units, index, count - index);
        orders[count] = null;
    }

    void resize(BookOrder order, long left) {
        version++;
        units[placeOf(order)] = left;
        order.units = left;
    }

    private int placeOf(BookOrder order) {
        int index = indexOf(order);
        if (index == count || orders[index] != order) {
            throw new IllegalStateException("order " + order.id + " is not in the book");
        }
        return index;
    }

    /**
     * Where this order is, or would be: behind all that are worse. Looks from the best on in steps that
     * double, as most is near the best.
     */
    private int indexOf(BookOrder order) {
        long key = key(order.price);
        int low = count;
        int high = count;
        for (int step = 1; low > 0 && !isBetter(order, key, low - 1); step *= 2) {
            high = low - 1;
            low = Math.max(low - step, 0);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBetter(order, key, middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBetter(BookOrder order, long key, int index) {
        return key > keys[index] || (key == keys[index] && order.isBefore(orders[index]));
    }

    /** How many orders have a better price than this. */
    public int rankOf(long price) {
        long key = key(price);
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[count - 1 - middle] > key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long key(long price) {
        return side == Side.BUY ? price : -price;
    }
}
