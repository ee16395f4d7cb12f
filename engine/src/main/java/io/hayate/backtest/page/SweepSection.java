package io.hayate.backtest.page;

import io.hayate.backtest.result.BacktestResult;
import io.hayate.backtest.result.SweepOutcome;
import io.hayate.backtest.result.SweepResult;
import io.hayate.report.Bars;
import io.hayate.report.HeatMap;
import io.hayate.report.Html;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All sets of parameters: of one parameter bars, of two a grid, of more the grid of the first two, each
 * field the best over the others; and a table.
 */
final class SweepSection {
    private static final int ROWS_MAX = 500;
    private static final int BARS_MAX = 100;

    private final List<SweepOutcome> outcomes;
    private final String currency;
    private final Map<String, Set<String>> swept = new LinkedHashMap<>(); // those of many values

    SweepSection(SweepResult result) {
        outcomes = result.outcomes();
        currency = SweepResult.currency(outcomes);
        for (SweepOutcome outcome : outcomes) {
            outcome.chosen()
                    .parameters()
                    .forEach(
                            (name, value) ->
                                    swept.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                            .add(value));
        }
        swept.values().removeIf(values -> values.size() == 1);
    }

    /** The section; empty for a single set. */
    String html() {
        if (outcomes.size() == 1) {
            return "";
        }
        String title = currency.isEmpty() ? "" : "Profit by parameters, " + currency;
        return "<h2>"
                + Html.text(title.isEmpty() ? "Sets of parameters" : title)
                + "</h2>\n"
                + (currency.isEmpty() ? "<p>No set has traded.</p>\n" : drawing())
                + table();
    }

    private String drawing() {
        if (swept.size() == 1) {
            return wide(bars(swept.keySet().iterator().next()));
        } else if (swept.size() >= 2) {
            return wide(grid()) + note();
        }
        return "";
    }

    private static String wide(String drawing) {
        return "<div class=\"wide\">\n" + drawing + "</div>\n";
    }

    private String note() {
        List<String> names = new ArrayList<>(swept.keySet());
        String more =
                swept.size() == 2
                        ? ""
                        : " Each field is the best over the values of "
                                + String.join(", ", names.subList(2, names.size()))
                                + ".";
        return "<p>The stronger the colour, the greater the profit; the best is framed."
                + Html.text(more)
                + "</p>\n";
    }

    private BigDecimal profit(SweepOutcome outcome) {
        return outcome.chosen().profit(currency);
    }

    private String bars(String name) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (SweepOutcome outcome : outcomes.subList(0, Math.min(BARS_MAX, outcomes.size()))) {
            String label = name + "=" + outcome.chosen().parameters().get(name);
            BigDecimal profit = profit(outcome);
            bars.add(new Bars.Bar(label, profit.doubleValue(), Amount.brief(profit)));
        }
        return Bars.svg("Profit by " + name, bars);
    }

    private String grid() {
        List<String> names = new ArrayList<>(swept.keySet());
        HeatMap.Side down = side(names.get(0));
        HeatMap.Side across = side(names.get(1));
        HeatMap.Field[][] fields = new HeatMap.Field[down.values().size()][across.values().size()];
        BigDecimal[][] best = new BigDecimal[down.values().size()][across.values().size()];
        for (SweepOutcome outcome : outcomes) {
            Map<String, String> parameters = outcome.chosen().parameters();
            int row = down.values().indexOf(parameters.get(down.name()));
            int column = across.values().indexOf(parameters.get(across.name()));
            BigDecimal profit = profit(outcome);
            if (best[row][column] == null || profit.compareTo(best[row][column]) > 0) {
                best[row][column] = profit;
                fields[row][column] =
                        new HeatMap.Field(
                                profit.doubleValue(),
                                Amount.brief(profit),
                                words(parameters) + ": " + Amount.exact(profit));
            }
        }
        String label = "Profit by " + down.name() + " and " + across.name();
        return new HeatMap(down, across, fields).svg(label);
    }

    private HeatMap.Side side(String name) {
        return new HeatMap.Side(name, new ArrayList<>(swept.get(name)));
    }

    private static String words(Map<String, String> parameters) {
        StringBuilder words = new StringBuilder();
        parameters.forEach(
                (name, value) ->
                        words.append(words.length() == 0 ? "" : " ")
                                .append(name)
                                .append('=')
                                .append(value));
        return words.toString();
    }

    private String table() {
        List<SweepOutcome> rows = new ArrayList<>(outcomes);
        rows.sort(Comparator.comparing(this::profit).reversed());
        StringBuilder table =
                new StringBuilder("<div class=\"wide\">\n<table class=\"dense\">\n<thead>");
        table.append("<tr><th>parameters</th><th>orders</th><th>fills</th><th>resting</th>")
                .append("<th>by the model</th><th>profit</th><th>pessimistic</th>")
                .append("<th>optimistic</th><th>drawdown</th></tr></thead>\n<tbody>\n");
        rows.stream().limit(ROWS_MAX).forEach(outcome -> row(table, outcome));
        table.append("</tbody>\n</table>\n</div>\n");
        if (rows.size() > ROWS_MAX) {
            table.append("<p>The best ").append(ROWS_MAX).append(" of ").append(rows.size());
            table.append(" sets; <code>--json</code> has all.</p>\n");
        }
        return table.toString();
    }

    private void row(StringBuilder table, SweepOutcome outcome) {
        BacktestResult chosen = outcome.chosen();
        BacktestResult.Fills fills = chosen.fills();
        String[] cells = {
            String.valueOf(chosen.orders().sent()),
            String.valueOf(fills.count()),
            Amount.share(fills.makers(), fills.count()),
            Amount.share(fills.uncertain(), fills.makers()),
            Amount.exact(profit(outcome)),
            Amount.exact(outcome.pessimistic().profit(currency)),
            Amount.exact(outcome.optimistic().profit(currency)),
            Amount.exact(chosen.money(currency).drawdown())
        };
        String stopped = chosen.complaint().isEmpty() ? "" : " (stopped)";
        table.append("<tr><th>").append(Html.text(words(chosen.parameters()) + stopped));
        table.append("</th>");
        for (String cell : cells) {
            table.append("<td>").append(cell).append("</td>");
        }
        table.append("</tr>\n");
    }
}
