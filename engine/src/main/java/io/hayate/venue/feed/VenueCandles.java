package io.hayate.venue.feed;

import io.hayate.venue.base.Random64;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.market.Print;
import java.util.ArrayList;
import java.util.List;

/** The latest intervals of one market, made from its trades; what was before them is made up. */
final class VenueCandles {
    static final int ROWS_MAX = 120;

    private static final int MISSING_ONE_IN = 16;
    private static final int MOVE_MAX_TICKS = 20;

    private final TimeFrame frame;
    private final List<CandleRow> rows = new ArrayList<>(); // oldest first

    /**
     * A series that ends with these trades.
     *
     * @param latest in the order of execution, not empty
     */
    VenueCandles(TimeFrame frame, List<Print> latest, Random64 random) {
        this.frame = frame;
        makeUp(latest, random);
        latest.forEach(this::onTrade);
        rows.forEach(row -> row.changed = false);
    }

    private void makeUp(List<Print> latest, Random64 random) {
        long startMs = frame.startOf(latest.get(0).timeMs());
        long price = latest.get(0).price();
        long traded = latest.stream().mapToLong(print -> Math.abs(print.units())).sum();
        for (int i = 0; i < ROWS_MAX; i++) {
            startMs = frame.before(startMs);
            if (random.below(MISSING_ONE_IN) == 0) {
                continue; // nobody traded
            }
            CandleRow row = new CandleRow(startMs, price);
            row.open = price + ticks(random, 2 * MOVE_MAX_TICKS + 1) - MOVE_MAX_TICKS * tick();
            row.high = Math.max(row.open, price) + ticks(random, MOVE_MAX_TICKS);
            row.low = Math.min(row.open, price) - ticks(random, MOVE_MAX_TICKS);
            row.units = 1 + traded / 100 * (1 + random.below(100));
            rows.add(0, row);
            price = row.open;
        }
    }

    private static long ticks(Random64 random, int bound) {
        return random.below(bound) * tick();
    }

    private static long tick() {
        return LimitBook.TICK;
    }

    /** The latest intervals, oldest first; those without trades are missing. */
    List<CandleRow> rows() {
        return rows;
    }

    CandleRow newest() {
        return rows.get(rows.size() - 1);
    }

    /** Puts a trade into the interval of its time; answers whether that is one that it began. */
    boolean onTrade(Print print) {
        long startMs = frame.startOf(print.timeMs());
        int at = rows.size();
        while (at > 0 && rows.get(at - 1).startMs > startMs) {
            at--;
        }
        boolean begins = at == 0 || rows.get(at - 1).startMs < startMs;
        if (begins) {
            rows.add(at, new CandleRow(startMs, print.price()));
        }
        rows.get(begins ? at : at - 1).onTrade(print.price(), Math.abs(print.units()));
        if (rows.size() > ROWS_MAX) {
            rows.remove(0);
        }
        return begins;
    }
}
