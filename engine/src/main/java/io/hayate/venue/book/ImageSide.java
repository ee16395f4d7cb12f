package io.hayate.venue.book;

import io.hayate.model.Side;

/** One side of a {@link BookImage}: its levels or orders, best first. */
public final class ImageSide {
    private static final int TIES_MAX = 64; // of one price, beyond the length, while sorting by id
    private static final double UNITS_PER_ONE = 1e8;
    private static final long UNKNOWN = -1;
    private static final int SUMMED_FROM = 3; // orders whose sum is told as floating point makes it

    private final Side side;
    private final int length;
    private final SignificantDigits digits; // null for single orders
    private final long[] ids;
    private final long[] prices;
    private final int[] periods;
    private final int[] orders;
    private final int[] parts; // of which the sum is made
    private final long[] units;
    private final double[] sums;
    private int count;
    private long version = UNKNOWN; // of the side that it was filled from

    ImageSide(Side side, int length, SignificantDigits digits) {
        this.side = side;
        this.length = length;
        this.digits = digits;
        int room = length + TIES_MAX;
        ids = new long[room];
        prices = new long[room];
        periods = new int[room];
        orders = new int[room];
        parts = new int[room];
        units = new long[room];
        sums = new double[room];
    }

    /** Which side it is. */
    public Side side() {
        return side;
    }

    /** How many levels, or orders, it shows. */
    public int count() {
        return count;
    }

    /** The id of the order there; 0 for a level. */
    public long id(int at) {
        return ids[at];
    }

    /** In units of 1e-8 of a tick. */
    public long price(int at) {
        return prices[at];
    }

    /** In days, of offers of funding; else 0. */
    public int period(int at) {
        return periods[at];
    }

    /** How many orders make up the level. */
    public int orders(int at) {
        return orders[at];
    }

    /** The amount in units of 1e-8. */
    public long units(int at) {
        return units[at];
    }

    /** The amount as the venue's sum of doubles gives it. */
    public double sum(int at) {
        return sums[at];
    }

    /** True when the sum is not the number that is nearest to the units. */
    public boolean isNoisy(int at) {
        return parts[at] >= SUMMED_FROM && sums[at] != units[at] / UNITS_PER_ONE;
    }

    /** True when it was filled from this side, which has not changed since. */
    boolean isOf(BookSide book) {
        return version == book.version();
    }

    /** Takes what the book holds now. */
    void fill(BookSide book) {
        version = book.version();
        count = 0;
        int rank = 0;
        while (rank < book.count()
                && (digits == null ? place(book.at(rank)) : sum(book.at(rank)))) {
            rank++;
        }
        count = Math.min(count, length);
    }

    /** Places an order among those of its price by id; false when it is beyond the end. */
    private boolean place(BookOrder order) {
        boolean tie = count > 0 && prices[count - 1] == order.price;
        if ((count >= length && !tie) || count == ids.length) {
            return false;
        }
        int at = count;
        while (at > 0 && !comesBefore(at - 1, order.price, order.period, order.id)) {
            at--;
        }
        insert(at, order, order.price);
        ids[at] = order.id;
        return true;
    }

    /** Adds an order to its level; false when that is beyond the end. */
    private boolean sum(BookOrder order) {
        long price = digits.round(order.price);
        int at = count;
        while (at > 0 && prices[at - 1] == price && periods[at - 1] >= order.period) {
            at--;
        }
        if (at < count && periods[at] == order.period) {
            orders[at] += order.orders;
            parts[at]++;
            units[at] += order.units;
            sums[at] += order.units / UNITS_PER_ONE;
            return true;
        }
        boolean tie = count > 0 && prices[count - 1] == price;
        if ((count >= length && !tie) || count == ids.length) {
            return false;
        }
        insert(at, order, price);
        return true;
    }

    private void insert(int at, BookOrder order, long price) {
        for (int i = count; i > at; i--) {
            ids[i] = ids[i - 1];
            prices[i] = prices[i - 1];
            periods[i] = periods[i - 1];
            orders[i] = orders[i - 1];
            parts[i] = parts[i - 1];
            units[i] = units[i - 1];
            sums[i] = sums[i - 1];
        }
        ids[at] = 0;
        prices[at] = price;
        periods[at] = order.period;
        orders[at] = order.orders;
        parts[at] = 1;
        units[at] = order.units;
        sums[at] = order.units / UNITS_PER_ONE;
        count++;
    }

    private boolean comesBefore(int at, long price, int period, long id) {
        if (prices[at] != price) {
            return side == Side.BUY ? prices[at] > price : prices[at] < price;
        }
        return periods[at] == period ? ids[at] < id : periods[at] < period;
    }

    /** True when each order of the side is an entry here, at its own price, and nothing else is. */
    boolean isAllOf(BookSide book) {
        boolean isAll = count == book.count();
        for (int i = 0; i < count && isAll; i++) {
            isAll = prices[i] == book.priceAt(i);
        }
        return isAll;
    }

    boolean hasRoom(int more) {
        return count + more <= ids.length;
    }

    /** Has an entry as it is told: there is one of each id, or price. */
    void set(long id, long price, int told, long amount) {
        int at = find(id, price);
        if (at >= 0 && prices[at] != price) {
            cut(at);
            at = -1;
        }
        if (at < 0) {
            at = open(id, price);
        }
        version = UNKNOWN;
        orders[at] = told;
        parts[at] = 1;
        units[at] = amount;
        sums[at] = amount / UNITS_PER_ONE;
    }

    /** Where the order is, or the level; below 0 for nowhere. Most are near the best. */
    private int find(long id, long price) {
        for (int i = 0; i < count; i++) {
            if (digits == null ? ids[i] == id : prices[i] == price) {
                return i;
            }
        }
        return -1;
    }

    private int open(long id, long price) {
        int at = 0;
        while (at < count && comesBefore(at, price, 0, id)) {
            at++;
        }
        move(at, at + 1);
        count++;
        ids[at] = id;
        prices[at] = price;
        periods[at] = 0;
        return at;
    }

    /** Moves all from one place on to another. */
    private void move(int from, int to) {
        int length = count - from;
        System.arraycopy(ids, from, ids, to, length);
        System.arraycopy(prices, from, prices, to, length);
        System.arraycopy(periods, from, periods, to, length);
        System.arraycopy(orders, from, orders, to, length);
        System.arraycopy(parts, from, parts, to, length);
        System.arraycopy(units, from, units, to, length);
        System.arraycopy(sums, from, sums, to, length);
    }

    /** The order, or the level, is told no more. */
    void remove(long id, long price) {
        int at = find(id, price);
        if (at >= 0) {
            cut(at);
            version = UNKNOWN;
        }
    }

    private void cut(int at) {
        move(at + 1, at);
        count--;
    }

    /** True when the entry here comes before that one of another image of the same side. */
    public boolean comesBefore(int at, ImageSide other, int otherAt) {
        return comesBefore(at, other.prices[otherAt], other.periods[otherAt], other.ids[otherAt]);
    }

    /** True when both entries are the same level, or order and price. */
    public boolean isKeyOf(int at, ImageSide other, int otherAt) {
        return prices[at] == other.prices[otherAt]
                && periods[at] == other.periods[otherAt]
                && ids[at] == other.ids[otherAt];
    }

    /** True when both entries are told in the same words. */
    public boolean isTheSame(int at, ImageSide other, int otherAt) {
        return isKeyOf(at, other, otherAt)
                && units[at] == other.units[otherAt]
                && orders[at] == other.orders[otherAt]
                && sums[at] == other.sums[otherAt];
    }

    /** True when this order is in the image, at whatever price. */
    public boolean holds(long id) {
        for (int i = 0; i < count; i++) {
            if (ids[i] == id) {
                return true;
            }
        }
        return false;
    }
}
