package io.hayate.backtest;

import io.hayate.model.Instrument;
import io.hayate.venue.VenueFill;
import io.hayate.venue.VenueListener;
import io.hayate.venue.exchange.MirrorInputs;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The money of one account's fills, exact, and what it is worth by the middle of the books.
 *
 * <pre>
 * cash     = sum of -amount * price - fees in the quote currency
 * position = sum of amount - fees in the base currency
 * profit   = cash + position * middle, of each quote currency by itself
 * drawdown = the largest fall of that from a peak before, looked at at each fill and second
 * </pre>
 */
final class Ledger implements VenueListener {
    /** What was traded of one pair. */
    private static final class Traded {
        private final String quote;
        private BigDecimal cash = BigDecimal.ZERO;
        private BigDecimal position = BigDecimal.ZERO;

        private Traded(String quote) {
            this.quote = quote;
        }
    }

    /** The worth of all that was traded for one currency. */
    static final class Worth {
        private BigDecimal profit = BigDecimal.ZERO;
        private BigDecimal peak = BigDecimal.ZERO;
        private BigDecimal drawdown = BigDecimal.ZERO;

        BigDecimal profit() {
            return profit;
        }

        BigDecimal drawdown() {
            return drawdown;
        }

        private void onProfit() {
            peak = peak.max(profit);
            drawdown = drawdown.max(peak.subtract(profit));
        }
    }

    private static final String REFUSED = " refused: ";

    private final String account;
    private final Map<String, Traded> bySymbol = new LinkedHashMap<>();
    private final Map<String, Worth> byQuote = new TreeMap<>();
    private final Map<String, BigDecimal> fees = new TreeMap<>();
    private boolean hasTraded; // since it was looked at last
    private long fills;
    private long makerFills;
    private String refusal = "";

    /** What the account of this name trades. */
    Ledger(String account) {
        this.account = account;
    }

    @Override
    public void onNews(Subject subject, Supplier<String> text) {
        if (subject == Subject.ORDER && refusal.isEmpty()) {
            String news = text.get();
            int reason = news.indexOf(REFUSED);
            refusal = reason < 0 ? "" : news.substring(reason + REFUSED.length());
        }
    }

    @Override
    public void onFill(VenueFill fill) {
        if (!fill.account().equals(account)) {
            return;
        }
        fills++;
        makerFills += fill.isMaker() ? 1 : 0;
        hasTraded = true;
        String quote = new Instrument(0, fill.symbol()).quote();
        Traded traded = bySymbol.computeIfAbsent(fill.symbol(), symbol -> new Traded(quote));
        traded.cash = traded.cash.subtract(fill.amount().multiply(fill.price()));
        traded.position = traded.position.add(fill.amount());
        fees.merge(fill.feeCurrency(), fill.fee(), BigDecimal::add);
        if (fill.feeCurrency().equals(quote)) {
            traded.cash = traded.cash.subtract(fill.fee());
        } else {
            traded.position = traded.position.subtract(fill.fee());
        }
    }

    /** Looks at what all is worth now. */
    void look(MirrorInputs market) {
        if (bySymbol.isEmpty()) {
            return;
        }
        byQuote.values().forEach(worth -> worth.profit = BigDecimal.ZERO);
        bySymbol.forEach(
                (symbol, traded) -> {
                    Worth worth = byQuote.computeIfAbsent(traded.quote, quote -> new Worth());
                    BigDecimal held = traded.position.multiply(market.mid(symbol));
                    worth.profit = worth.profit.add(traded.cash).add(held);
                });
        byQuote.values().forEach(Worth::onProfit);
        hasTraded = false;
    }

    /** True when there was a fill since it was looked at last. */
    boolean hasTraded() {
        return hasTraded;
    }

    /** Why the exchange took the first order not that it did not take; empty for none. */
    String refusal() {
        return refusal;
    }

    long fills() {
        return fills;
    }

    long makerFills() {
        return makerFills;
    }

    /** By quote currency. */
    Map<String, Worth> worths() {
        return byQuote;
    }

    /** By the currency that they were paid in. */
    Map<String, BigDecimal> fees() {
        return fees;
    }

    /** What is held of each pair that was traded: amounts of its base currency. */
    Map<String, BigDecimal> positions() {
        Map<String, BigDecimal> positions = new LinkedHashMap<>();
        bySymbol.forEach((symbol, traded) -> positions.put(symbol, traded.position));
        return positions;
    }
}
