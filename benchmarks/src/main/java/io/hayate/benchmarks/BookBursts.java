package io.hayate.benchmarks;

import io.hayate.event.BookEntry;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.MarketChannel;
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
 * bids set, asks set; levels leave the window and come back. Generated, the same each time; the last
 * burst leads back to the first image, so that they go round.
 */
final class BookBursts {
    private static final int BURSTS = 2_000;
    private static final int CHANGES_MAX = 30; // of the deeper book, between two bursts
    private static final int MOVE_EVERY = 4;
    private static final double TICKS_A_UNIT = 100;

    private final Random random = new Random(20_261_123);
    private final boolean raw;
    private final int length;
    private final List<Row> deep = new ArrayList<>();
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
        for (int i = 0; i < 2 * length; i++) {
            add(Side.BUY);
            add(Side.SELL);
        }
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

    private void add(Side side) {
        int ticks = middle - side.sign() * distance();
        double amount = (1 + random.nextInt(2_000_000_000)) / 1e8;
        int count = raw ? 1 : 1 + random.nextInt(9);
        Row row = new Row(side, raw ? ++lastId : 0, ticks, amount, count, false, false);
        if (!raw) {
            deep.removeIf(other -> other.key(false) == row.key(false));
        }
        deep.add(row);
    }

    private int distance() {
        return 1 + (int) Math.abs(random.nextGaussian() * length);
    }

    private List<Row> image() {
        Comparator<Row> byId = Comparator.comparingLong(Row::id);
        Comparator<Row> rising = Comparator.comparingInt(Row::ticks);
        List<Row> image = best(Side.BUY, rising.reversed().thenComparing(byId));
        image.addAll(best(Side.SELL, rising.thenComparing(byId)));
        return image;
    }

    private List<Row> best(Side side, Comparator<Row> order) {
        return new ArrayList<>(
                deep.stream().filter(r -> r.side == side).sorted(order).limit(length).toList());
    }

    private void change() {
        for (int i = random.nextInt(CHANGES_MAX); i >= 0; i--) {
            int at = random.nextInt(deep.size());
            Row row = deep.get(at);
            switch (random.nextInt(raw ? 4 : 3)) {
                case 0 -> deep.set(at, row.changed(row.ticks, row.amount + 0.1));
                case 1 -> add(row.side);
                case 2 -> deep.remove(at);
                default ->
                        deep.set(
                                at, row.changed(middle - row.side.sign() * distance(), row.amount));
            }
        }
        if (random.nextInt(MOVE_EVERY) == 0) {
            middle += random.nextInt(11) - 5;
            deep.removeIf(row -> (middle - row.ticks) * row.side.sign() < 1);
        }
        while (deep.size() < 4 * length) {
            add(random.nextBoolean() ? Side.BUY : Side.SELL);
        }
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

    int size() {
        return rows.size();
    }

    Row get(int index) {
        return rows.get(index);
    }

    /** Writes a row into a slot, as the decoder does. */
    static Event write(Row row, MarketChannel channel, Event event, BookEntry entry) {
        event.begin(channel.instrumentId(), 1).channelId(channel.id()).type(EventType.BOOK_ENTRY);
        entry.wrap(event).orderId(row.id).price(row.price()).amount(row.amount);
        entry.count(row.count).period(0).change(row.side, row.isDelete);
        return event;
    }
}
