package io.hayate.market;

import io.hayate.model.Side;

/**
 * The bids or the asks of a book: levels, or in a raw book orders and the levels that they make. Those
 * are added up when they are read, from the best on and no further than asked for, and kept until an
 * order among them changes: a level's amount is always the sum of its orders, lowest id first.
 *
 * <p>The strategy's thread; allocates nothing after construction.
 */
final class OrderBookSide {
    private final Side side;
    private final SortedRows orders; // null but in a raw book
    private final SortedRows levels;
    private int summed; // orders that the levels of a raw book hold so far

    /** What fits beside it is at most {@code capacity} levels, and as many orders. */
    OrderBookSide(Side side, int capacity, boolean raw) {
        this.side = side;
        orders = raw ? new SortedRows(side, capacity) : null;
        levels = new SortedRows(side, capacity);
    }

    Side side() {
        return side;
    }

    /** All levels; of a raw book O(orders) after a change. */
    SortedRows levels() {
        return levelsTo(Integer.MAX_VALUE);
    }

    private SortedRows levelsTo(int count) {
        if (orders != null) {
            while (levels.size() < count && summed < orders.size()) {
                addUpNext();
            }
        }
        return levels;
    }

    private void addUpNext() {
        double price = orders.price(summed);
        int period = orders.period(summed);
        double amount = 0;
        int count = 0;
        while (orders.isAt(summed, price, period)) {
            amount += orders.amount(summed);
            count++;
            summed++;
        }
        int rank = levels.size();
        levels.insert(rank, price, period, 0);
        levels.set(rank, amount, count);
    }

    /** Levels that hold an order of this rank or end beside it are to be added up anew. */
    private void onChange(int rank) {
        while (summed >= rank && summed > 0) {
            int last = levels.size() - 1;
            summed -= levels.count(last);
            levels.remove(last);
        }
    }

    SortedRows orders() {
        return orders;
    }

    /** Levels, or of a raw book orders: what the venue counts. */
    SortedRows rows() {
        return orders == null ? levels : orders;
    }

    /** The best price; NaN when there is none. */
    double best() {
        return isEmpty() ? Double.NaN : rows().price(0);
    }

    /** True when there is a level of this rank. */
    boolean holds(int rank) {
        return rank >= 0 && levelsTo(rank + 1).size() > rank;
    }

    /** The price of a level; NaN when there is none of this rank. */
    double price(int rank) {
        return holds(rank) ? levels.price(rank) : Double.NaN;
    }

    /** Its amount; 0 when there is none. */
    double amount(int rank) {
        return holds(rank) ? levels.amount(rank) : 0;
    }

    /** How many orders it is made of; 0 when there is none. */
    int count(int rank) {
        return holds(rank) ? levels.count(rank) : 0;
    }

    /** Its period in days; funding only, else 0. */
    int period(int rank) {
        return holds(rank) ? levels.period(rank) : 0;
    }

    boolean isEmpty() {
        return rows().size() == 0;
    }

    void clear() {
        levels.clear();
        summed = 0;
        if (orders != null) {
            orders.clear();
        }
    }

    /**
     * Sets a level; in a full side the worst one goes, which may be this one.
     *
     * @return false when a level was lost
     */
    boolean setLevel(double price, int period, double amount, int count) {
        int rank = levels.find(price, period, 0);
        boolean lost = rank < 0 && levels.isFull();
        if (rank < 0) {
            rank = -rank - 1;
            if (lost && rank == levels.size()) {
                return false;
            }
            if (lost) {
                levels.remove(levels.size() - 1);
            }
            levels.insert(rank, price, period, 0);
        }
        levels.set(rank, amount, count);
        return !lost;
    }

    /** Takes a level out; false when it is not there. */
    boolean removeLevel(double price, int period) {
        int rank = levels.find(price, period, 0);
        if (rank < 0) {
            return false;
        }
        levels.remove(rank);
        return true;
    }

    /** Sets an order, which is there or for which there is room. */
    void setOrder(long id, double price, int period, double amount) {
        int found = orders.find(price, period, id);
        int rank = found < 0 ? -found - 1 : found;
        if (found < 0) {
            orders.insert(rank, price, period, id);
        }
        orders.set(rank, amount, 1);
        onChange(rank);
    }

    /** Takes out an order; false when it is not there. */
    boolean removeOrder(long id, double price, int period) {
        int rank = orders.find(price, period, id);
        if (rank < 0) {
            return false;
        }
        orders.remove(rank);
        onChange(rank);
        return true;
    }

    /** Amount of the levels from the best to a price, that price included. */
    double depthTo(double price) {
        double sum = 0;
        for (int i = 0; holds(i) && !levels.isWorse(levels.price(i), price); i++) {
            sum += levels.amount(i);
        }
        return sum;
    }

    /** Amount of the best levels, at most so many. */
    double depth(int count) {
        double sum = 0;
        for (int i = 0; i < count && holds(i); i++) {
            sum += levels.amount(i);
        }
        return sum;
    }

    /** Rank of the level that completes an amount, from the best; -1 when all do not. */
    int rankFor(double amount) {
        if (!(amount > 0)) {
            return -1;
        }
        double left = amount;
        for (int i = 0; holds(i); i++) {
            left -= levels.amount(i);
            if (left <= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Average price of taking an amount from the best on; NaN when there is not so much. */
    double averagePriceFor(double amount) {
        int last = rankFor(amount);
        if (last < 0) {
            return Double.NaN;
        }
        double left = amount;
        double cost = 0;
        for (int i = 0; i < last; i++) {
            left -= levels.amount(i);
            cost += levels.amount(i) * levels.price(i);
        }
        return (cost + left * levels.price(last)) / amount;
    }
}
