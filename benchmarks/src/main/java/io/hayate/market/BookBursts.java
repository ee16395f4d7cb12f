package io.hayate.market;

import io.hayate.model.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rows of a book in bursts of the shape that recordings of the venue have: each the difference of two
 * images of the best of a deeper book, bids deleted by falling price, asks deleted by rising price,
 * bids set, asks set; most changes lie near the best, and levels leave the window and come back.
 * Generated, the same each time; the last burst leads back to the first image, so that they go round.
 */
final class BookBursts {
    private static final int BURSTS = 1_000;
    private static final int CHANGES_MAX = 20; // of the deeper book, between two bursts
    private static final int MOVE_EVERY = 4;
    private static final int NEAR = 12; // levels from the best, for two changes of three
    private static final int WIDTH = 5; // ticks from the best, for each level that is shown
    private static final double TICKS_A_UNIT = 100;

    private final Random random = new Random(20_261_123);
    private final Comparator<Row> bestFirst =
            Comparator.comparingInt((Row row) -> -row.side.sign() * row.ticks)
                    .thenComparingLong(Row::id);
    private final boolean raw;
    private final int length;
    private final List<Row> bids = new ArrayList<>(); // deeper than what is shown, best first
    private final List<Row> asks = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> first;
    private int middle = 4_165_000;
    private long lastId = 86_143_000_000L;

    /** One level or order; of a row on the wire also whether it is a delete, and ends its burst. */
    record Row(
            Side side,
            long id,
            int ticks,
            double amount,
            int count,
            boolean isDelete,
            boolean isLast) {
        double price() {
            return ticks / TICKS_A_UNIT;
        }

        private long key(boolean raw) {
            return raw ? id : ticks * 2L + (side == Side.BUY ? 1 : 0);
        }

        private Row changed(int newTicks, double newAmount) {
            return new Row(side, id, newTicks, newAmount, count, false, false);
        }

        private Row delete() {
            return new Row(side, id, ticks, 1, 0, true, false);
        }

        private Row last() {
            return new Row(side, id, ticks, amount, count, isDelete, true);
        }
    }

    BookBursts(boolean raw, int length) {
        this.raw = raw;
        this.length = length;
        first = image();
        List<Row> before = first;
        for (int i = 0; i < BURSTS; i++) {
            change();
            List<Row> after = image();
            burst(before, after);
            before = after;
        }
        burst(before, first);
    }

    private List<Row> image() {
        List<Row> image = new ArrayList<>(best(bids, Side.BUY));
        image.addAll(best(asks, Side.SELL));
        return image;
    }

    private List<Row> best(List<Row> deep, Side side) {
        while (deep.size() < 2 * length) {
            add(deep, side, random.nextInt(WIDTH * length));
        }
        deep.sort(bestFirst);
        return deep.subList(0, length);
    }

    private void add(List<Row> deep, Side side, int distance) {
        int ticks = middle - side.sign() * Math.max(1, distance);
        double amount = (1 + random.nextInt(2_000_000_000)) / 1e8;
        int count = raw ? 1 : 1 + random.nextInt(9);
        Row row = new Row(side, raw ? ++lastId : 0, ticks, amount, count, false, false);
        if (!raw) {
            deep.removeIf(other -> other.ticks == ticks);
        }
        deep.add(row);
    }

    private void change() {
        for (int i = random.nextInt(CHANGES_MAX); i >= 0; i--) {
            change(random.nextBoolean() ? Side.BUY : Side.SELL);
        }
        if (random.nextInt(MOVE_EVERY) == 0) {
            middle += random.nextInt(11) - 5;
            bids.removeIf(row -> row.ticks >= middle);
            asks.removeIf(row -> row.ticks <= middle);
        }
    }

    private void change(Side side) {
        List<Row> deep = side == Side.BUY ? bids : asks;
        int at = random.nextInt(3) == 0 ? random.nextInt(2 * length) : near();
        if (at >= deep.size()) {
            return;
        }
        Row row = deep.get(at);
        switch (random.nextInt(raw ? 5 : 4)) {
            case 0, 1 -> deep.set(at, row.changed(row.ticks, row.amount + 0.1));
            case 2 -> add(deep, side, (middle - row.ticks) * side.sign() + random.nextInt(3) - 1);
            case 3 -> deep.remove(at);
            default -> deep.set(at, row.changed(middle - side.sign() * (1 + near()), row.amount));
        }
    }

    private int near() {
        return (int) Math.abs(random.nextGaussian() * NEAR);
    }

    private void burst(List<Row> before, List<Row> after) {
        Map<Long, Row> old = byKey(before);
        Map<Long, Row> kept = byKey(after);
        int size = rows.size();
        before.stream()
                .filter(row -> !kept.containsKey(row.key(raw)))
                .forEach(row -> rows.add(row.delete()));
        after.stream().filter(row -> !row.equals(old.get(row.key(raw)))).forEach(rows::add);
        if (rows.size() > size) {
            rows.set(rows.size() - 1, rows.get(rows.size() - 1).last());
        }
    }

    private Map<Long, Row> byKey(List<Row> image) {
        Map<Long, Row> map = new HashMap<>();
        image.forEach(row -> map.put(row.key(raw), row));
        return map;
    }

    /** The rows of the book that the bursts start from, bids first, best first. */
    List<Row> snapshot() {
        return first;
    }

    /** All bursts, one after the other. */
    List<Row> rows() {
        return rows;
    }
}
