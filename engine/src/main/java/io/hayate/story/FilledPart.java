package io.hayate.story;

import io.hayate.number.Decimals;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was filled of one order, each fill and fee once, and what its rows alone told at the price that they
 * say, as the engine counts it. One thread.
 */
final class FilledPart {
    private static final int PRICE_DIGITS = 12;

    private final Set<Long> tradeIds = new HashSet<>();
    private final Set<Long> feeIds = new HashSet<>();
    private final Map<String, BigDecimal> fees = new TreeMap<>();
    private long fillUnits;
    private double fillValue;
    private long adoptedUnits;
    private double adoptedPrice;
    private long toldUnits;
    private long rowUnits;
    private double rowPrice = Double.NaN;
    private BigDecimal value = BigDecimal.ZERO;
    private int fills;

    /** True for a fill that was not counted before. */
    boolean isNews(long tradeId) {
        return tradeIds.add(tradeId);
    }

    /** Counts a fill; returns what of it nothing had told before: the rest had been adopted. */
    long fill(long units, double price) {
        long told = Math.min(units, adoptedUnits);
        adoptedUnits -= told;
        fillUnits += units;
        fillValue += Decimals.toDouble(units) * price;
        add(units, price);
        add(-told, adoptedPrice);
        fills++;
        return units - told;
    }

    private void add(long units, double price) {
        if (units != 0 && Double.isFinite(price)) {
            value = value.add(Exact.ofUnits(units).multiply(BigDecimal.valueOf(price)));
        }
    }

    /** Counts what rows alone told, at this price. */
    void adopt(long units, double price) {
        add(-adoptedUnits, adoptedPrice);
        adoptedUnits += units;
        adoptedPrice = price;
        add(adoptedUnits, price);
    }

    /** At this price what is adopted was counted. */
    double adoptedPrice() {
        return adoptedPrice;
    }

    /** What rows say that all was filled at which no fill has told; NaN where they do not. */
    double missingPrice() {
        if (fillUnits == 0 || Double.isNaN(rowPrice) || rowUnits <= fillUnits) {
            return rowPrice;
        }
        double rest = Decimals.toDouble(rowUnits) * rowPrice - fillValue;
        return Decimals.round(rest / Decimals.toDouble(rowUnits - fillUnits), PRICE_DIGITS);
    }

    /** Takes what a row says: so much is filled, at this average price. */
    void row(long units, double averagePrice) {
        if (units > rowUnits) {
            rowUnits = units;
            rowPrice = averagePrice > 0 ? averagePrice : Double.NaN;
        }
    }

    /** Counts the fee of a fill once; false where it was, or is not told. */
    boolean fee(long tradeId, BigDecimal fee, String currency) {
        boolean isNews = fee != null && !currency.isEmpty() && feeIds.add(tradeId);
        if (isNews) {
            fees.merge(currency, fee, BigDecimal::add);
        }
        return isNews;
    }

    /** Takes how much is filled in all, as a state says; it never falls. */
    void told(long units) {
        toldUnits = Math.max(toldUnits, units);
    }

    /** Filled so far: what fills do not say, rows may have said. */
    long units() {
        return Math.max(counted(), toldUnits);
    }

    /** Filled so far with a price of its own, or of rows. */
    long counted() {
        return fillUnits + adoptedUnits;
    }

    /** Of that what rows alone say. */
    long adoptedUnits() {
        return adoptedUnits;
    }

    /** What fills say. */
    long fillUnits() {
        return fillUnits;
    }

    /** Amount times price of all that is counted. */
    BigDecimal value() {
        return value;
    }

    /** How many fills there were. */
    int fills() {
        return fills;
    }

    /** By currency; below 0 when paid. */
    Map<String, BigDecimal> fees() {
        return fees;
    }
}
