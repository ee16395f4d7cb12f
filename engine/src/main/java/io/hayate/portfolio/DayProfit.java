package io.hayate.portfolio;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.util.Arrays;

/**
 * What the day, from 00:00 UTC, has brought in each currency: profit of what was closed, of what is held at
 * the last healthy price, and fees. What is held without a price counts as worth its cost. Strategy thread;
 * allocates nothing.
 */
public final class DayProfit {
    private static final long MS_PER_DAY = 86_400_000L;
    private static final long SUM_MS = 1_000;

    private final Portfolio portfolio;
    private final Holding held = new Holding();
    private final double[] start = new double[Currencies.COUNT_MAX];
    private final double[] now = new double[Currencies.COUNT_MAX];
    private final double[] worth = new double[Instruments.COUNT_MAX]; // what each adds to now
    private long day;
    private long summedMs;

    /** Of a portfolio; the day begins with the first time. */
    public DayProfit(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** Takes the time, in ms since 1970 UTC. */
    public void onTime(long timeMs) {
        if (Math.abs(timeMs - summedMs) >= SUM_MS) { // what adding differences has rounded goes
            summedMs = timeMs;
            sum();
        }
        if (timeMs / MS_PER_DAY != day) {
            day = timeMs / MS_PER_DAY;
            sum();
            System.arraycopy(now, 0, start, 0, start.length);
        }
    }

    /** Goes on with a day that a run before has begun, in days since 1970 UTC. */
    public void goOn(long dayBefore) {
        day = dayBefore;
        Arrays.fill(start, 0);
    }

    /** The day, in days since 1970 UTC; 0 before the first time. */
    public long day() {
        return day;
    }

    /** What all fills had brought in a currency when the day began. */
    public double start(int currency) {
        return start[currency];
    }

    /** Sets {@link #start(int)}. */
    public void start(int currency, double value) {
        start[currency] = value;
    }

    /** The day that a time, in ms since 1970 UTC, is of. */
    public static long dayOf(long timeMs) {
        return timeMs / MS_PER_DAY;
    }

    /** What it has brought so far in a currency, by its number. */
    public double of(int currency) {
        int id = portfolio.takeChanged();
        while (id != Instrument.NONE) {
            take(id);
            id = portfolio.takeChanged();
        }
        return currency < 0 ? 0 : now[currency] - start[currency];
    }

    private void sum() {
        Arrays.fill(now, 0);
        Arrays.fill(worth, 0);
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            take(portfolio.traded(i));
        }
    }

    private void take(int id) {
        int currency = portfolio.currencies().quote(id);
        if (currency >= 0) {
            double value = value(portfolio.read(id, held));
            now[currency] += value - worth[id];
            worth[id] = value;
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
