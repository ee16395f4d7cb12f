package io.hayate.story;

import io.hayate.model.Instrument;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import io.hayate.portfolio.Totals;
import io.hayate.view.text.PortfolioLines;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was traded by the orders of a journal: positions, or profit. One thread. */
final class HoldingsPage {
    private static final String PRICES =
            "Prices are those by which an order of each instrument went last. Only fills of this"
                    + " journal count.";

    private final JournalPortfolio trades;
    private final JournalFacts facts;
    private final String strategy; // whose alone; null for all
    private final Holding held = new Holding();
    private final ExactSum sum = new ExactSum();

    HoldingsPage(JournalPortfolio trades, JournalFacts facts, String strategy) {
        this.trades = trades;
        this.facts = facts;
        this.strategy = strategy;
    }

    void printText(boolean isProfit, PrintWriter out) {
        if (strategy == null) {
            print(trades.portfolio(), isProfit, out);
        }
        shownOwn()
                .forEach(
                        (name, own) -> {
                            out.println("strategy " + name);
                            print(own, isProfit, out);
                        });
        out.println();
        StoryText text = new StoryText(out);
        text.sentence(PRICES);
        text.fact("journal", facts.folder().toString());
        text.fact("its end", JournalWords.end(facts));
        text.fact("missing", missing());
        out.flush();
    }

    private void print(Portfolio portfolio, boolean isProfit, PrintWriter out) {
        PortfolioLines lines = new PortfolioLines(portfolio, trades.instruments());
        List<String> shown = isProfit ? lines.profit() : lines.positions();
        shown.forEach(out::println);
    }

    /** Of the strategy that was asked about; else of each, where there are any. */
    private Map<String, Portfolio> shownOwn() {
        if (strategy == null) {
            return trades.own();
        }
        Portfolio none = new Portfolio(trades.portfolio());
        return Map.of(strategy, trades.own().getOrDefault(strategy, none));
    }

    private String missing() {
        String words = JournalWords.missing(facts);
        if (trades.left() == 0) {
            return words;
        }
        String left = trades.left() + " fills or fees that no sum could hold";
        return words.isEmpty() ? left : words + "; " + left;
    }

    void printJson(boolean isProfit, StoryJson target) {
        String name = isProfit ? "currencies" : "positions";
        try (StoryJson json = target) {
            json.field("journal", JournalWords.fields(facts)).field("method", "average cost");
            json.field("leftOut", trades.left());
            if (strategy == null) {
                json.field(name, list(trades.portfolio(), isProfit));
            }
            json.startList("strategies");
            shownOwn()
                    .forEach(
                            (each, own) ->
                                    json.element(
                                            new FieldMap()
                                                    .put("strategy", each)
                                                    .put(name, list(own, isProfit))
                                                    .map()));
            json.endList();
        }
    }

    private List<Map<String, Object>> list(Portfolio portfolio, boolean isProfit) {
        return isProfit ? profit(portfolio) : positions(portfolio);
    }

    private List<Map<String, Object>> positions(Portfolio portfolio) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            Instrument instrument = trades.instruments().get(portfolio.traded(i));
            all.add(position(instrument, portfolio.read(instrument.id(), held)));
        }
        return all;
    }

    private static Map<String, Object> position(Instrument instrument, Holding held) {
        FieldMap fields = new FieldMap().put("instrument", instrument.symbol());
        fields.put("base", instrument.base()).put("quote", instrument.quote());
        fields.put("position", Exact.units(held.units()));
        fields.put("sellable", Exact.units(held.sellableUnits()));
        fields.put("averagePrice", Exact.text(held.averageShown()));
        fields.put("cost", Exact.text(held.cost().toBigDecimal()));
        fields.put("realised", Exact.text(held.realised().toBigDecimal()));
        if (held.isMarked()) {
            fields.put("mark", Exact.text(held.mark()));
            fields.put("unrealised", Exact.text(held.unrealisedProfit()));
        }
        fields.put("markAt", held.markTimeMs() == 0 ? null : Clock.iso(held.markTimeMs()));
        fields.put("baseFees", Exact.text(held.baseFees().toBigDecimal()));
        fields.put("quoteFees", Exact.text(held.quoteFees().toBigDecimal()));
        fields.put("fills", held.fills());
        return fields.put("estimatedAmount", Exact.units(held.estimatedUnits())).map();
    }

    private List<Map<String, Object>> profit(Portfolio portfolio) {
        List<Map<String, Object>> all = new ArrayList<>();
        Totals totals = new Totals(portfolio);
        for (int i = 0; i < portfolio.currencies().count(); i++) {
            portfolio.readFees(i, sum);
            totals.read(i);
            if (totals.instruments() > 0 || !sum.isZero()) {
                all.add(profit(portfolio.currencies().name(i), totals));
            }
        }
        return all;
    }

    private Map<String, Object> profit(String currency, Totals totals) {
        FieldMap fields = new FieldMap().put("currency", currency);
        fields.put("fees", Exact.text(sum.toBigDecimal()));
        if (totals.instruments() > 0) {
            fields.put("realised", Exact.text(totals.realised().toBigDecimal()));
            fields.put("unrealised", Exact.text(totals.unrealised()));
            String equity = totals.isWhole() ? Exact.text(totals.equity().toBigDecimal()) : null;
            fields.put("equity", equity);
        }
        return fields.put("instruments", (long) totals.instruments()).map();
    }
}
