package io.hayate.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Moves one aggregated book and tells it as the venue does: the difference of two images of its best 25
 * levels, deletes before sets, each side from the best level on.
 */
final class RecordedBook {
    private static final int LEVELS = 25;
    private static final int DEPTH = 60; // ticks from the middle
    private static final String[] NOISE = {
        "43.358118629999986", "0.006000000000000001", "0.001448229999994055", "19203.444049780002"
    };
    private static final BigDecimal PLAIN_MIN = new BigDecimal("0.000001");

    private final Random random;
    private final BigDecimal tick;
    private final NavigableMap<Integer, String> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Integer, String> asks = new TreeMap<>();
    private NavigableMap<Integer, String> toldBids = new TreeMap<>();
    private NavigableMap<Integer, String> toldAsks = new TreeMap<>();
    private int middle;

    /** A book around {@code middle} ticks. */
    RecordedBook(long seed, String tick, int middle) {
        random = new Random(seed);
        this.tick = new BigDecimal(tick);
        this.middle = middle;
        for (int i = 0; i < 200; i++) {
            change();
        }
    }

    /** As JavaScript writes it. */
    static String text(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.signum() == 0 || shortest.abs().compareTo(PLAIN_MIN) >= 0) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = shortest.scale() - digits.length() + 1;
        String rest = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (shortest.signum() < 0 ? "-" : "") + digits.charAt(0) + rest + "e-" + exponent;
    }

    /** The body of the snapshot. */
    String snapshot(Consumer<String> toRow) {
        toldBids = best(bids);
        toldAsks = best(asks);
        List<String> rows = new ArrayList<>();
        toldBids.forEach((price, row) -> rows.add("[" + price(price) + "," + row + "]"));
        toldAsks.forEach((price, row) -> rows.add("[" + price(price) + "," + row + "]"));
        rows.forEach(toRow);
        return "[" + String.join(",", rows) + "]";
    }

    /** Some orders come and go; the rows that tell it, in the order of a burst. */
    List<String> move() {
        middle = Math.max(5, middle + random.nextInt(3) - 1);
        for (int i = 0; i < 6; i++) {
            change();
        }
        NavigableMap<Integer, String> nextBids = best(bids);
        NavigableMap<Integer, String> nextAsks = best(asks);
        List<String> rows = new ArrayList<>();
        deletes(rows, toldBids, nextBids, "1");
        deletes(rows, toldAsks, nextAsks, "-1");
        sets(rows, toldBids, nextBids);
        sets(rows, toldAsks, nextAsks);
        toldBids = nextBids;
        toldAsks = nextAsks;
        return rows;
    }

    private void change() {
        boolean isBid = random.nextBoolean();
        int distance = 1 + random.nextInt(DEPTH);
        int price = isBid ? middle - distance : middle + distance;
        NavigableMap<Integer, String> side = isBid ? bids : asks;
        bids.headMap(middle, true).clear(); // taken by those who crossed
        asks.headMap(middle, true).clear();
        if (price <= 0) {
            return;
        }
        if (random.nextInt(3) == 0) {
            side.remove(price);
        } else {
            side.put(price, (1 + random.nextInt(9)) + "," + (isBid ? "" : "-") + amount());
        }
    }

    private String amount() {
        return switch (random.nextInt(20)) {
            case 0 -> NOISE[random.nextInt(NOISE.length)];
            case 1 -> text(BigDecimal.valueOf(1 + random.nextInt(99), 8)); // 2e-8 and such
            case 2 -> Integer.toString(1 + random.nextInt(50_000));
            default -> text(BigDecimal.valueOf(1 + random.nextInt(2_000_000_000), 8));
        };
    }

    private NavigableMap<Integer, String> best(NavigableMap<Integer, String> side) {
        NavigableMap<Integer, String> best = new TreeMap<>(side.comparator());
        side.entrySet().stream().limit(LEVELS).forEach(e -> best.put(e.getKey(), e.getValue()));
        return best;
    }

    private void deletes(
            List<String> rows,
            NavigableMap<Integer, String> told,
            NavigableMap<Integer, String> next,
            String side) {
        for (Integer price : told.keySet()) {
            if (!next.containsKey(price)) {
                rows.add("[" + price(price) + ",0," + side + "]");
            }
        }
    }

    private void sets(
            List<String> rows,
            NavigableMap<Integer, String> told,
            NavigableMap<Integer, String> next) {
        next.forEach(
                (price, row) -> {
                    if (!row.equals(told.get(price))) {
                        rows.add("[" + price(price) + "," + row + "]");
                    }
                });
    }

    private String price(int ticks) {
        return text(tick.multiply(BigDecimal.valueOf(ticks)));
    }
}
