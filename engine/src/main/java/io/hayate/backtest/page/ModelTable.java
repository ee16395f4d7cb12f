package io.hayate.backtest.page;

import io.hayate.backtest.result.BacktestResult;
import io.hayate.backtest.result.SweepOutcome;
import io.hayate.report.Html;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What came of one set of parameters: the queue models side by side, a row a figure. */
final class ModelTable {
    private final List<BacktestResult> columns = new ArrayList<>();
    private final StringBuilder rows = new StringBuilder();

    ModelTable(SweepOutcome outcome) {
        BacktestResult chosen = outcome.chosen();
        columns.add(chosen);
        for (BacktestResult bound : List.of(outcome.pessimistic(), outcome.optimistic())) {
            if (bound.model() != chosen.model()) {
                columns.add(bound);
            }
        }
    }

    /** The table. */
    String html() {
        for (String currency : currencies()) {
            money(currency, "profit", money -> money.profit());
            money(currency, "largest drawdown", money -> money.drawdown());
        }
        row("orders sent", result -> String.valueOf(result.orders().sent()));
        row("refused here", result -> String.valueOf(result.orders().refused()));
        row("rejected by the exchange", result -> rejected(result.orders()));
        row("fills", result -> String.valueOf(result.fills().count()));
        row(
                "of resting orders",
                result -> counted(result.fills().makers(), result.fills().count()));
        row(
                "of those by the model",
                result -> counted(result.fills().uncertain(), result.fills().makers()));
        amounts("fees paid, ", result -> result.held().fees());
        amounts("held at the end, ", result -> result.held().positions());
        if (columns.stream().anyMatch(result -> !result.complaint().isEmpty())) {
            row("stopped", BacktestResult::complaint);
        }
        return "<table>\n<thead>" + head() + "</thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
    }

    private Set<String> currencies() {
        Set<String> all = new TreeSet<>();
        columns.forEach(result -> all.addAll(result.money().keySet()));
        return all;
    }

    private String head() {
        StringBuilder head = new StringBuilder("<tr><th></th>");
        for (BacktestResult result : columns) {
            head.append("<th>").append(title(result)).append("</th>");
        }
        return head.append("</tr>").toString();
    }

    /** The model, and what it stands for. */
    private String title(BacktestResult result) {
        String chosen = result.model() == columns.get(0).model() ? "chosen" : "";
        String bound =
                switch (result.model()) {
                    case RISK_AVERSE -> "pessimistic";
                    case OPTIMISTIC -> "optimistic";
                    case PROPORTIONAL -> "";
                };
        String both = chosen + (chosen.isEmpty() || bound.isEmpty() ? "" : ", ") + bound;
        return result.model().text() + "<br/><small>" + both + "</small>";
    }

    private void row(String name, Function<BacktestResult, String> figure) {
        rows.append("<tr><th>").append(Html.text(name)).append("</th>");
        for (BacktestResult result : columns) {
            rows.append("<td>").append(Html.text(figure.apply(result))).append("</td>");
        }
        rows.append("</tr>\n");
    }

    private void money(
            String currency, String name, Function<BacktestResult.Money, BigDecimal> figure) {
        row(name + ", " + currency, result -> Amount.exact(figure.apply(result.money(currency))));
    }

    private void amounts(String name, Function<BacktestResult, Map<String, BigDecimal>> amountsOf) {
        Set<String> keys = new TreeSet<>();
        columns.forEach(result -> keys.addAll(amountsOf.apply(result).keySet()));
        for (String key : keys) {
            row(
                    name + key,
                    result ->
                            Amount.exact(
                                    amountsOf.apply(result).getOrDefault(key, BigDecimal.ZERO)));
        }
    }

    private static String rejected(BacktestResult.Orders orders) {
        return orders.rejected() == 0 ? "0" : orders.rejected() + ": " + orders.why();
    }

    private static String counted(long part, long whole) {
        return whole == 0 ? "0" : part + " (" + Amount.share(part, whole) + ")";
    }
}
