package io.hayate.backtest.result;

import io.hayate.venue.VenueFill;
import io.hayate.venue.mirror.FillCause;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What changes over time in a run, as curves. Filled by the simulation's thread, read by any then. */
public final class RunCurves {
    /** Pairs whose price is drawn from the start on; others are from their first fill. */
    private static final int SYMBOLS_MAX = 64;

    /**
     * The worth of what was traded for one currency.
     *
     * @param equity the profit so far
     * @param fall how far that is below its peak
     */
    public record Equity(Curve equity, Curve fall) {}

    /**
     * One pair.
     *
     * @param price half way between the best bid and ask
     * @param position what is held of the base currency
     */
    public record Pair(Curve price, Curve position, FillMarks fills) {}

    private final long spanNs;
    private final Map<String, Equity> byQuote = new TreeMap<>();
    private final Map<String, Pair> bySymbol = new LinkedHashMap<>();

    /**
     * Curves without a point.
     *
     * @param spanNs how long it will be
     * @param symbols of which prices are drawn from the start on, the first 64 of them
     */
    public RunCurves(long spanNs, List<String> symbols) {
        this.spanNs = spanNs;
        symbols.stream().limit(SYMBOLS_MAX).forEach(this::pair);
    }

    private Pair pair(String symbol) {
        return bySymbol.computeIfAbsent(
                symbol,
                name -> new Pair(new Curve(spanNs), new Curve(spanNs), new FillMarks(spanNs)));
    }

    void onWorth(long timeNs, String quote, BigDecimal profit, BigDecimal fall) {
        Equity equity =
                byQuote.computeIfAbsent(
                        quote, name -> new Equity(new Curve(spanNs), new Curve(spanNs)));
        equity.equity.add(timeNs, profit);
        equity.fall.add(timeNs, fall);
    }

    void onPrices(LedgerMarket market, Map<String, BigDecimal> positions) {
        long timeNs = market.timeNs();
        bySymbol.forEach(
                (symbol, pair) -> {
                    BigDecimal price = market.mid(symbol);
                    if (price.signum() > 0) {
                        pair.price.add(timeNs, price);
                    }
                    pair.position.add(timeNs, positions.getOrDefault(symbol, BigDecimal.ZERO));
                });
    }

    void onFill(long timeNs, VenueFill fill, FillCause cause) {
        pair(fill.symbol()).fills.add(timeNs, fill, cause);
    }

    /** How long it was, in ns. */
    public long spanNs() {
        return spanNs;
    }

    /** By quote currency, of those that something was traded for. */
    public Map<String, Equity> equities() {
        return byQuote;
    }

    /** By symbol, of those that something was traded of. */
    public Map<String, Pair> traded() {
        Map<String, Pair> traded = new LinkedHashMap<>(bySymbol);
        traded.values().removeIf(pair -> pair.fills.all().isEmpty());
        return traded;
    }
}
