package io.hayate.portfolio;

import io.hayate.number.Decimals;
import io.hayate.number.ExactSum;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is held of one instrument, by average cost: a copy that {@link Portfolio#read} fills. Amounts, cost
 * and cash flows are exact. A part of a position takes its part of the cost with it, to a unit of 1e-20 of
 * the quote currency; what rounding leaves stays in the cost, so that profit and cost together are always
 * the cash flow, and the whole position takes all of it.
 *
 * <p>One thread. Allocates nothing where it is not said.
 */
public final class Holding {
    private static final int SHOWN_DECIMALS = 8;
    private static final int AVERAGE_DIGITS = 30;

    long units;
    long fills;
    long estimatedUnits;
    double mark;
    long markTimeMs;
    final ExactSum cost = new ExactSum();
    final ExactSum realised = new ExactSum();
    final ExactSum baseFees = new ExactSum();
    final ExactSum quoteFees = new ExactSum();
    private final ExactSum scratch = new ExactSum();

    /** Holds nothing. */
    public Holding() {
        clear();
    }

    /** Makes it a holding of nothing. */
    public Holding clear() {
        units = 0;
        fills = 0;
        estimatedUnits = 0;
        mark = Double.NaN;
        markTimeMs = 0;
        cost.clear();
        realised.clear();
        baseFees.clear();
        quoteFees.clear();
        return this;
    }

    /** Takes what another holds. */
    Holding set(Holding other) {
        amounts(other.units, other.fills, other.estimatedUnits)
                .marked(other.mark, other.markTimeMs);
        cost.set(other.cost);
        realised.set(other.realised);
        baseFees.set(other.baseFees);
        quoteFees.set(other.quoteFees);
        return this;
    }

    /** Takes amounts in units of 1e-8, and how many fills they are of; its sums are set by themselves. */
    public Holding amounts(long held, long fillCount, long estimated) {
        units = held;
        fills = fillCount;
        estimatedUnits = estimated;
        return this;
    }

    /** Takes the last healthy price, and when it was, in ms since 1970 UTC: 0 for none. */
    public Holding marked(double price, long timeMs) {
        mark = timeMs == 0 ? Double.NaN : price;
        markTimeMs = timeMs;
        return this;
    }

    /**
     * Takes a fill. After false this holds half of it: the caller drops it.
     *
     * @param signedUnits in units of 1e-8 of the base currency, above 0 when bought
     * @return false when a sum would be too large, or the price is none
     */
    boolean trade(long signedUnits, double price) {
        long rest = signedUnits;
        if (units != 0 && (units < 0) != (signedUnits < 0)) {
            boolean isAll = Math.abs(signedUnits) >= Math.abs(units);
            long closed = isAll ? -units : signedUnits;
            if (!close(closed, price)) {
                return false;
            }
            rest = signedUnits - closed;
        }
        if (!cost.addProduct(rest, price)) {
            return false;
        }
        long after = units + rest;
        boolean fits = rest == 0 || units == 0 || (after < 0) == (rest < 0);
        units = after;
        fills++;
        return fits && after != Long.MIN_VALUE;
    }

    /** What was paid goes off, what it brought comes in. */
    private boolean close(long closed, double price) {
        scratch.setPart(cost, Math.abs(closed), Math.abs(units));
        boolean fits = cost.subtract(scratch) && realised.subtract(scratch);
        scratch.clear();
        fits = fits && scratch.addProduct(closed, price) && realised.subtract(scratch);
        units += closed;
        return fits;
    }

    /**
     * Corrects the price of a fill that was taken before: of what is still held in the cost, of what was
     * closed since in the profit.
     */
    boolean correct(long signedUnits, double from, double to) {
        scratch.clear();
        boolean fits =
                scratch.addProduct(signedUnits, to) && scratch.addProduct(-signedUnits, from);
        boolean isHeld = units != 0 && (units < 0) == (signedUnits < 0);
        return fits && (isHeld ? cost.add(scratch) : realised.subtract(scratch));
    }

    /** Bought less sold, in units of 1e-8 of the base currency. */
    public long units() {
        return units;
    }

    /** The same in the base currency; to show. */
    public double position() {
        return Decimals.toDouble(units);
    }

    /** Fills that were counted. */
    public long fills() {
        return fills;
    }

    /** Of what was filled so much has a price that only an order row told, which may be rounded. */
    public long estimatedUnits() {
        return estimatedUnits;
    }

    /** The last healthy price; NaN while there was none. */
    public double mark() {
        return mark;
    }

    /** When it was, in ms since 1970 UTC; 0 while there was none. */
    public long markTimeMs() {
        return markTimeMs;
    }

    /** True when what is held has a price, or nothing is held. */
    public boolean isMarked() {
        return units == 0 || !Double.isNaN(mark);
    }

    /** What a unit of the position has cost on average, in the quote currency; NaN when nothing is held. */
    public double averagePrice() {
        return units == 0 ? Double.NaN : cost.toDouble() / Decimals.toDouble(units);
    }

    /** The same, rounded to 8 decimals to be shown; null when nothing is held. Allocates. */
    public BigDecimal averageShown() {
        if (units == 0) {
            return null;
        }
        BigDecimal held = BigDecimal.valueOf(units, SHOWN_DECIMALS);
        return shown(cost.toBigDecimal().divide(held, AVERAGE_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** Profit of what was closed, in the quote currency, fees left out. */
    public double realisedProfit() {
        return realised.toDouble();
    }

    /** Its exact value. */
    public ExactSum realised() {
        return realised;
    }

    /** What is held has cost so much, in the quote currency: below 0 for what was sold. */
    public ExactSum cost() {
        return cost;
    }

    /** Profit of what is held at the last healthy price; NaN while there was none. */
    public double unrealisedProfit() {
        if (units == 0) {
            return 0;
        }
        scratch.clear();
        boolean isKnown = scratch.addProduct(units, mark) && scratch.subtract(cost);
        return isKnown ? scratch.toDouble() : Double.NaN;
    }

    /** Fees in the base currency, below 0 when paid. */
    public ExactSum baseFees() {
        return baseFees;
    }

    /** Fees in the quote currency, below 0 when paid. */
    public ExactSum quoteFees() {
        return quoteFees;
    }

    /**
     * What could be sold, in units of 1e-8 of the base currency: the position less the fees that were taken
     * off it, rounded down. Below 0 for a short position.
     */
    public long sellableUnits() {
        return units + baseFees.floorUnits();
    }

    /**
     * Puts into a sum what the fills have brought in the quote currency: cash, what is held at the last
     * healthy price, and fees of both currencies, those in the base currency at that price.
     *
     * @return false while a price is missing, or a sum would be too large
     */
    public boolean equity(ExactSum sum) {
        sum.set(realised);
        boolean fits = sum.subtract(cost) && sum.add(quoteFees);
        boolean isPriced = units == 0 || sum.addProduct(units, mark);
        if (baseFees.isZero()) {
            return fits && isPriced;
        }
        return fits && isPriced && sum.add(baseFees.toDouble() * mark);
    }

    /** A sum to be shown: rounded to 8 decimals, without zeros behind. Allocates. */
    public static BigDecimal shown(ExactSum sum) {
        return shown(sum.toBigDecimal());
    }

    private static BigDecimal shown(BigDecimal value) {
        BigDecimal rounded = value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
