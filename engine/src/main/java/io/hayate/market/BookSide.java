package io.hayate.market;

import io.hayate.model.Side;

/**
 * The bids or the asks of a book: levels, and in a raw book the orders that they are made of. A
 * level's amount is always the sum of its orders, added anew, lowest id first: it never drifts.
 *
 * <p>The strategy's thread; allocates nothing after construction.
 */
final class BookSide {
    private final Side side;
    private final Rows levels;
    private final Rows orders; // null but in a raw book

    /** What fits beside it is at most {@code capacity} levels, and as many orders. */
    BookSide(Side side, int capacity, boolean raw, boolean funding) {
        this.side = side;
        levels = new Rows(side, capacity, false, funding);
        orders = raw ? new Rows(side, capacity, true, funding) : null;
    }

    Side side() {
        return side;
    }

    Rows levels() {
        return levels;
    }

    Rows orders() {
        return orders;
    }

    /** Levels, or in a raw book orders: what the venue counts. */
    int length() {
        return orders == null ? levels.size() : orders.size();
    }

    void clear() {
        levels.clear();
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

    /** Puts in an order that is not there yet; there must be room. */
    void addOrder(long id, double price, int period, double amount) {
        int rank = -orders.find(price, period, id) - 1;
        orders.insert(rank, price, period, id);
        orders.set(rank, amount, 1);
        addUp(rank, price, period);
    }

    /** Changes the amount of an order that is there. */
    void setOrder(long id, double price, int period, double amount) {
        int rank = orders.find(price, period, id);
        orders.set(rank, amount, 1);
        addUp(rank, price, period);
    }

    /** Takes out an order that is there. */
    void removeOrder(long id, double price, int period) {
        int rank = orders.find(price, period, id);
        orders.remove(rank);
        addUp(rank, price, period);
    }

    /** Makes a level the sum of its orders, which lie next to this rank. */
    private void addUp(int rank, double price, int period) {
        int next = rank;
        while (orders.isAt(next - 1, price, period)) {
            next--;
        }
        double amount = 0;
        int count = 0;
        for (; orders.isAt(next, price, period); next++) {
            amount += orders.amount(next);
            count++;
        }
        if (count == 0) {
            removeLevel(price, period);
        } else {
            setLevel(price, period, amount, count);
        }
    }

    /** Amount of the levels from the best to a price, that price included. */
    double depthTo(double price) {
        double sum = 0;
        for (int i = 0; i < levels.size() && !levels.isWorse(levels.price(i), price); i++) {
            sum += levels.amount(i);
        }
        return sum;
    }

    /** Amount of the best levels, at most so many. */
    double depth(int count) {
        double sum = 0;
        for (int i = 0; i < count && i < levels.size(); i++) {
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
        for (int i = 0; i < levels.size(); i++) {
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
