package io.hayate.market;

import io.hayate.model.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A venue's deep book that moves, and the channel that shows its best: each burst is the difference
 * of two images, as section 5.4 of the protocol has it: bids deleted by falling price, asks deleted
 * by rising price, bids set, asks set. A level that leaves the window is deleted, one that comes
 * back is sent again.
 */
final class Depth {
    private static final double TICKS_A_UNIT = 1e7; // prices about 0.01, some below 1e-6 away
    private static final double AMOUNT_UNITS = 1e8;

    private final Random random;
    private final boolean raw;
    private final boolean funding;
    private final int length;
    private final List<Row> all = new ArrayList<>();
    private int middle = 100_000;
    private long lastId = 86_143_000_000L;
    private List<Row> bids = List.of();
    private List<Row> asks = List.of();

    /** A level, or an order. */
    record Row(Side side, long id, int ticks, int period, double amount, int count) {
        double price() {
            return ticks / TICKS_A_UNIT;
        }

        private List<Long> key(boolean raw) {
            return raw ? List.of(id) : List.of((long) ticks, (long) period);
        }

        private boolean isSameKey(Row other) {
            return side == other.side && ticks == other.ticks && period == other.period;
        }

        private Row with(int newTicks, double newAmount) {
            return new Row(side, id, newTicks, period, newAmount, count);
        }
    }

    Depth(Random random, boolean raw, boolean funding, int length) {
        this.random = random;
        this.raw = raw;
        this.funding = funding;
        this.length = length;
        for (int i = 0; i < 2 * length + 10; i++) {
            add(Side.BUY);
            add(Side.SELL);
        }
        image();
    }

    private void add(Side side) {
        int distance = 1 + (int) (Math.abs(random.nextGaussian()) * length);
        int ticks = middle - side.sign() * distance;
        int period = funding ? new int[] {2, 30, 120}[random.nextInt(3)] : 0;
        double amount = (1 + random.nextInt(2_000_000_000)) / AMOUNT_UNITS;
        int count = raw ? 1 : 1 + random.nextInt(9);
        Row row = new Row(side, raw ? ++lastId : 0, ticks, period, amount, count);
        if (!raw) {
            all.removeIf(row::isSameKey);
        }
        all.add(row);
    }

    private void image() {
        Comparator<Row> rest = Comparator.comparingInt(Row::period).thenComparingLong(Row::id);
        Comparator<Row> rising = Comparator.comparingInt(Row::ticks);
        bids = best(Side.BUY, rising.reversed().thenComparing(rest));
        asks = best(Side.SELL, rising.thenComparing(rest));
    }

    private List<Row> best(Side side, Comparator<Row> order) {
        return all.stream().filter(r -> r.side == side).sorted(order).limit(length).toList();
    }

    /** The shown rows of a side, best first. */
    List<Row> shown(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** All that is shown, bids first, as the venue writes it. */
    List<double[]> snapshot() {
        List<double[]> rows = new ArrayList<>();
        bids.forEach(row -> rows.add(set(row)));
        asks.forEach(row -> rows.add(set(row)));
        return rows;
    }

    /** Moves the market, and tells by what rows the image changed. */
    List<double[]> burst() {
        for (int i = 1 + random.nextInt(length < 10 ? 3 : 30); i > 0; i--) {
            change();
        }
        if (random.nextInt(4) == 0) {
            move(random.nextInt(11) - 5);
        }
        fill(Side.BUY);
        fill(Side.SELL);
        List<Row> oldBids = bids;
        List<Row> oldAsks = asks;
        image();
        List<double[]> rows = new ArrayList<>();
        deletes(oldBids, bids, rows);
        deletes(oldAsks, asks, rows);
        sets(oldBids, bids, rows);
        sets(oldAsks, asks, rows);
        return rows;
    }

    private void change() {
        fill(Side.BUY);
        fill(Side.SELL);
        int at = random.nextInt(all.size());
        Row row = all.get(at);
        switch (random.nextInt(4)) {
            case 0 -> all.remove(at);
            case 1 -> all.set(at, row.with(row.ticks, row.amount + 0.1));
            case 2 -> reprice(at, row);
            default -> add(random.nextBoolean() ? Side.BUY : Side.SELL);
        }
    }

    /** A side is thin at times, but never empty. */
    private void fill(Side side) {
        for (long rows = all.stream().filter(r -> r.side == side).count();
                rows < 1 + length * 4 / 5;
                rows++) {
            add(side);
        }
    }

    private void reprice(int at, Row row) {
        if (raw) {
            int ticks = middle - row.side.sign() * (1 + random.nextInt(length));
            all.set(at, row.with(ticks, row.amount));
        }
    }

    /** Trades through what is in the way. */
    private void move(int ticks) {
        middle += ticks;
        all.removeIf(row -> (middle - row.ticks) * row.side.sign() < 1);
        for (int i = 0; i < 5; i++) {
            add(Side.BUY);
            add(Side.SELL);
        }
    }

    private Map<List<Long>, Row> byKey(List<Row> rows) {
        Map<List<Long>, Row> map = new LinkedHashMap<>();
        rows.forEach(row -> map.put(row.key(raw), row));
        return map;
    }

    private void deletes(List<Row> before, List<Row> after, List<double[]> rows) {
        Map<List<Long>, Row> kept = byKey(after);
        for (Row row : before) {
            if (!kept.containsKey(row.key(raw))) {
                rows.add(wire(row, row.side.sign(), true));
            }
        }
    }

    private void sets(List<Row> before, List<Row> after, List<double[]> rows) {
        Map<List<Long>, Row> old = byKey(before);
        for (Row row : after) {
            if (!row.equals(old.get(row.key(raw)))) {
                rows.add(set(row));
            }
        }
    }

    private double[] set(Row row) {
        return wire(row, row.amount * row.side.sign(), false);
    }

    private double[] wire(Row row, double signedAmount, boolean delete) {
        double amount = funding ? -signedAmount : signedAmount;
        double price = raw && delete ? 0 : row.price();
        if (raw) {
            return funding
                    ? new double[] {row.id, row.period, price, amount}
                    : new double[] {row.id, price, amount};
        }
        int count = delete ? 0 : row.count;
        return funding
                ? new double[] {price, row.period, count, amount}
                : new double[] {price, count, amount};
    }
}
