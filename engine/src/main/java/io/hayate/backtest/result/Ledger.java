package io.hayate.backtest.result;

import io.hayate.model.Instrument;
import io.hayate.venue.VenueFill;
import io.hayate.venue.VenueListener;
import io.hayate.venue.VenueResting;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The money of one account's fills, exact, and what it is worth by the middle of the books.
 *
 * <pre>
 * cash      = sum of -amount * price - fees in the quote currency
 * position  = sum of amount - fees in the base currency
 * profit    = cash + position * middle, of each quote currency by itself
 * drawdown  = the largest fall of that from a peak before, looked at at each fill and second
 *
 * profit    = spread + fees + inventory, where
 * spread    = sum of amount * (middle at the fill - price)
 * fees      = sum of -fee, one in the base currency at the middle at the fill
 * inventory = sum of (amount - fee in the base currency) * (middle now - middle at the fill)
 * </pre>
 *
 * <p>The middle at the fill is that before the order that took, or after the text that filled a
 * resting one. An amount is above 0 for a buy. The simulation's thread.
 */
public final class Ledger implements VenueListener {
    private static final String REFUSED = " refused: ";

    private final String account;
    private final LedgerMarket market;
    private final RunCurves curves; // null unless asked for
    private final Map<String, Traded> bySymbol = new LinkedHashMap<>();
    private final Map<String, Worth> byQuote = new TreeMap<>();
    private final Map<String, BigDecimal> fees = new TreeMap<>();
    private final Map<String, BigDecimal> middles =
            new HashMap<>(); // before an order of ours met it
    private final QueueBins places = new QueueBins();
    private boolean hasTraded; // since it was looked at last
    private long fills;
    private long makerFills;
    private String refusal = "";

    /**
     * What the account of this name trades.
     *
     * @param curves are told of what changes over time; null for none
     */
    public Ledger(String account, LedgerMarket market, RunCurves curves) {
        this.account = account;
        this.market = market;
        this.curves = curves;
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
    public void onMeeting(String of, String symbol) {
        if (of.equals(account)) {
            middles.put(symbol, market.mid(symbol));
        }
    }

    @Override
    public void onResting(VenueResting resting) {
        if (resting.account().equals(account)) {
            places.onResting(resting);
        }
    }

    @Override
    public void onFill(VenueFill fill) {
        if (!fill.account().equals(account)) {
            return;
        }
        fills++;
        hasTraded = true;
        BigDecimal middle = middles.get(fill.symbol());
        if (fill.isMaker()) {
            makerFills++;
            middle = market.mid(fill.symbol());
            places.onFill(fill);
        }
        String quote = new Instrument(0, fill.symbol()).quote();
        Traded traded = bySymbol.computeIfAbsent(fill.symbol(), symbol -> new Traded(quote));
        traded.onFill(fill, middle);
        fees.merge(fill.fee().currency(), fill.fee().amount(), BigDecimal::add);
        if (curves != null) {
            curves.onFill(market.timeNs(), fill, market.cause(fill.tradeId()));
        }
    }

    /** Looks at what all is worth now. */
    public void look() {
        if (bySymbol.isEmpty()) {
            return;
        }
        byQuote.values().forEach(Worth::begin);
        bySymbol.forEach(
                (symbol, traded) ->
                        byQuote.computeIfAbsent(traded.quote(), quote -> new Worth())
                                .add(traded, market.mid(symbol)));
        byQuote.values().forEach(Worth::end);
        hasTraded = false;
        if (curves != null) {
            long timeNs = market.timeNs();
            byQuote.forEach(
                    (quote, worth) -> curves.onWorth(timeNs, quote, worth.profit(), worth.fall()));
        }
    }

    /** Draws what prices and positions are now, where curves are asked for. */
    public void draw() {
        if (curves != null) {
            curves.onPrices(market, positions());
        }
    }

    /** True when there was a fill since it was looked at last. */
    public boolean hasTraded() {
        return hasTraded;
    }

    /** Why the exchange took the first order not that it did not take; empty for none. */
    public String refusal() {
        return refusal;
    }

    /** How many fills there were. */
    public long fills() {
        return fills;
    }

    /** How many of them were of resting orders. */
    public long makerFills() {
        return makerFills;
    }

    /** By quote currency, as they were looked at last. */
    public Map<String, BacktestResult.Money> money() {
        Map<String, BacktestResult.Money> money = new LinkedHashMap<>();
        byQuote.forEach((quote, worth) -> money.put(quote, worth.money()));
        return money;
    }

    /** What is held, and what was paid for it. */
    public BacktestResult.Held held() {
        return new BacktestResult.Held(new TreeMap<>(fees), positions());
    }

    private Map<String, BigDecimal> positions() {
        Map<String, BigDecimal> positions = new LinkedHashMap<>();
        bySymbol.forEach((symbol, traded) -> positions.put(symbol, traded.position()));
        return positions;
    }

    /** How resting orders fared by what lay before them. */
    public QueueBins places() {
        return places;
    }
}
