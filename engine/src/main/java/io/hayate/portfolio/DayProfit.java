package io.hayate.portfolio;

import java.util.Arrays;

/**
 * What the day, from 00:00 UTC, has brought in each currency: profit of what was closed, of what is held at
 * the last healthy price, and fees. What is held without a price counts as worth its cost. Strategy thread;
 * allocates nothing.
 */
public final class DayProfit {
    private static final long MS_PER_DAY = 86_400_000L;

    private final Portfolio portfolio;
    private final Holding held = new Holding();
    private final double[] start = new double[Currencies.COUNT_MAX];
    private final double[] now = new double[Currencies.COUNT_MAX];
    private long changes = -1;
    private long day;

    /** Of a portfolio; the day begins with the first time. */
    public DayProfit(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** Takes the time, in ms since 1970 UTC. */
    public void onTime(long timeMs) {
        if (timeMs / MS_PER_DAY != day) {
            day = timeMs / MS_PER_DAY;
            refresh();
            System.arraycopy(now, 0, start, 0, start.length);
        }
    }

    /** What it has brought so far in a currency, by its number. */
    public double of(int currency) {
        if (changes != portfolio.changes()) {
            refresh();
        }
        return currency < 0 ? 0 : now[currency] - start[currency];
    }

    private void refresh() {
        changes = portfolio.changes();
        Arrays.fill(now, 0, portfolio.currencies().count(), 0);
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            int id = portfolio.traded(i);
            int currency = portfolio.currencies().quote(id);
            if (currency >= 0) {
                now[currency] += value(portfolio.read(id, held));
            }
        }
    }

    private static double value(Holding held) {
        double price = Double.isNaN(held.mark()) ? held.averagePrice() : held.mark();
        double open = held.isMarked() ? held.unrealisedProfit() : 0;
        double baseFees = held.baseFees().isZero() ? 0 : held.baseFees().toDouble() * price;
        double fees = held.quoteFees().toDouble() + (Double.isNaN(baseFees) ? 0 : baseFees);
        return held.realisedProfit() + open + fees;
    }
}
