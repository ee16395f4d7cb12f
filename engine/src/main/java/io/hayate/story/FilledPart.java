package io.hayate.story;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was filled of one order, each fill and fee once. One thread. */
final class FilledPart {
    private final Set<Long> tradeIds = new HashSet<>();
    private final Set<Long> feeIds = new HashSet<>();
    private final Map<String, BigDecimal> fees = new TreeMap<>();
    private long fillUnits;
    private long adoptedUnits;
    private long toldUnits;
    private BigDecimal value = BigDecimal.ZERO;
    private double averagePrice;
    private int fills;

    /** Counts a fill once; returns what of it nothing had told before. */
    long fill(long tradeId, long units, BigDecimal price) {
        if (!tradeIds.add(tradeId) || price == null) {
            return 0;
        }
        long told = Math.min(units, adoptedUnits);
        adoptedUnits -= told;
        fillUnits += units;
        value = value.add(Exact.ofUnits(units - told).multiply(price));
        fills++;
        return units - told;
    }

    /** Counts what rows alone told, at their average price; false where they told none. */
    boolean adopt(long units) {
        adoptedUnits += units;
        if (averagePrice > 0) {
            value = value.add(Exact.ofUnits(units).multiply(BigDecimal.valueOf(averagePrice)));
        }
        return averagePrice > 0;
    }

    /** Counts the fee of a fill once; false where it was, or is not told. */
    boolean fee(long tradeId, BigDecimal fee, String currency) {
        boolean isNews = fee != null && !currency.isEmpty() && feeIds.add(tradeId);
        if (isNews) {
            fees.merge(currency, fee, BigDecimal::add);
        }
        return isNews;
    }

    /** Takes how much is filled in all, as a row or a state says; it never falls. */
    void told(long units) {
        toldUnits = Math.max(toldUnits, units);
    }

    /** Takes the average price that a row says. */
    void averagePrice(double price) {
        averagePrice = price > 0 ? price : averagePrice;
    }

    /** The average price that rows say; 0 for none. */
    double averagePrice() {
        return averagePrice;
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
