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
    private BookOrder[] orders = new BookOrder[ROOM_AT_FIRST];
    private int count;

    BookSide(Side side) {
        this.side = side;
    }

    /** How many orders lie here. */
    public int count() {
        return count;
    }

    /** The order of this rank; 0 is the best. */
    public BookOrder at(int rank) {
        return orders[count - 1 - rank];
    }

    /** The best, or null. */
    public BookOrder best() {
        return count == 0 ? null : orders[count - 1];
    }

    void add(BookOrder order) {
        if (count == orders.length) {
            orders = Arrays.copyOf(orders, 2 * count);
        }
        int index = indexOf(order);
        System.arraycopy(orders, index, orders, index + 1, count - index);
        orders[index] = order;
        count++;
    }

    void remove(BookOrder order) {
        int index = indexOf(order);
        if (index == count || orders[index] != order) {
            throw new IllegalStateException("order " + order.id + " is not in the book");
        }
        count--;
        System.arraycopy(orders, index + 1, orders, index, count - index);
        orders[count] = null;
    }

    /** Where this order is, or would be: behind all that are worse. */
    private int indexOf(BookOrder order) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.isBefore(orders[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many orders have a better price than this. */
    public int rankOf(long price) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBetter(at(middle).price, price)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBetter(long price, long other) {
        return side == Side.BUY ? price > other : price < other;
    }
}
