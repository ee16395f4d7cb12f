package io.hayate.recording.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A book as levels of texts: what changes, and the best. One of single orders is added up by price.
 *
 * <pre>level [PRICE,COUNT,AMOUNT]   order [ID,PRICE,AMOUNT]</pre>
 */
final class ExportBook {
    private static final int COLUMNS = 3;

    /** A price, and what lies there. */
    private static final class Level {
        private final String price;
        private String amount;
        private BigDecimal sum = BigDecimal.ZERO; // of single orders

        private Level(String price) {
            this.price = price;
        }
    }

    /** A single order. */
    private record Lying(boolean isBid, BigDecimal price, BigDecimal amount) {}

    private final boolean isRaw;
    private final TreeMap<BigDecimal, Level> bids = new TreeMap<>();
    private final TreeMap<BigDecimal, Level> asks = new TreeMap<>();
    private final Map<String, Lying> orders = new HashMap<>();
    private final List<LevelChange> changes = new ArrayList<>();

    ExportBook(boolean isRaw) {
        this.isRaw = isRaw;
    }

    /** Takes a snapshot; the changes are all of its levels. */
    List<LevelChange> snapshot(List<List<String>> rows) {
        bids.clear();
        asks.clear();
        orders.clear();
        update(rows);
        changes.clear();
        bids.descendingMap().values().forEach(level -> changes.add(change(true, level)));
        asks.values().forEach(level -> changes.add(change(false, level)));
        return changes;
    }

    /** Takes rows; one that is too short is passed over. */
    List<LevelChange> update(List<List<String>> rows) {
        changes.clear();
        for (List<String> row : rows) {
            if (row.size() >= COLUMNS && isRaw) {
                order(row);
            } else if (row.size() >= COLUMNS) {
                level(row);
            }
        }
        return changes;
    }

    private void level(List<String> row) {
        boolean isBid = !ExportNumber.isNegative(row.get(2));
        BigDecimal price = new BigDecimal(row.get(0));
        Level level = new Level(ExportNumber.plain(row.get(0)));
        boolean isGone = new BigDecimal(row.get(1)).signum() == 0;
        level.amount = isGone ? "0" : ExportNumber.size(row.get(2));
        if (isGone) {
            side(isBid).remove(price);
        } else {
            side(isBid).put(price, level);
        }
        changes.add(change(isBid, level));
    }

    private static LevelChange change(boolean isBid, Level level) {
        return new LevelChange(isBid, level.price, level.amount);
    }

    private Map<BigDecimal, Level> side(boolean isBid) {
        return isBid ? bids : asks;
    }

    private void order(List<String> row) {
        BigDecimal price = new BigDecimal(row.get(1));
        Lying before = orders.remove(row.get(0));
        if (before != null) {
            add(before, before.amount.negate(), "");
        }
        if (price.signum() != 0) {
            BigDecimal amount = new BigDecimal(row.get(2));
            Lying order = new Lying(amount.signum() > 0, price, amount.abs());
            orders.put(row.get(0), order);
            add(order, order.amount, row.get(1));
        }
    }

    private void add(Lying order, BigDecimal amount, String price) {
        Map<BigDecimal, Level> side = side(order.isBid);
        Level level =
                side.computeIfAbsent(order.price, key -> new Level(ExportNumber.plain(price)));
        level.sum = level.sum.add(amount);
        level.amount = ExportNumber.plain(level.sum);
        if (level.sum.signum() == 0) {
            side.remove(order.price);
        }
        changes.add(change(order.isBid, level));
    }

    /** The best of both sides. */
    Quote best() {
        Level bid = bids.isEmpty() ? null : bids.lastEntry().getValue();
        Level ask = asks.isEmpty() ? null : asks.firstEntry().getValue();
        return new Quote(
                ask == null ? "" : ask.amount,
                ask == null ? "" : ask.price,
                bid == null ? "" : bid.price,
                bid == null ? "" : bid.amount);
    }
}
