package io.hayate.backtest.page;

import io.hayate.backtest.result.BacktestResult;
import io.hayate.backtest.result.QueueBins;
import io.hayate.backtest.result.SweepOutcome;
import io.hayate.backtest.result.SweepResult;
import io.hayate.metrics.LatencyHistogram;
import io.hayate.report.Bars;
import io.hayate.report.Html;
import io.hayate.report.PageTemplate;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The page of a backtest: whole in itself, and well-formed XML besides. Of several sets of parameters
 * one is told in detail.
 */
public final class BacktestPage {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};
    private static final double NS_PER_MS = 1e6;
    private static final int GAPS_MAX = 20;

    private final PageHead head;
    private final SweepResult result;
    private final SweepOutcome outcome;

    /**
     * A page.
     *
     * @param result has an outcome in detail
     */
    public BacktestPage(PageHead head, SweepResult result) {
        this.head = head;
        this.result = result;
        outcome = result.detailed();
    }

    /** The page's text. */
    public String html() throws IOException {
        return new PageTemplate(BacktestPage.class, "backtest.html")
                .part("title", Html.text("Backtest of " + head.strategy()))
                .facts(head.facts())
                .part("gaps", gaps())
                .part("sweep", new SweepSection(result).html())
                .part("which", which())
                .part("results", new ModelTable(outcome).html())
                .part("certainty", certainty())
                .part("charts", new RunCharts(head, outcome).html())
                .part("causes", causes())
                .part("places", places())
                .part("latency", latency())
                .fill();
    }

    private String gaps() {
        if (head.gaps().isEmpty()) {
            return "";
        }
        StringJoiner all = new StringJoiner("; ", "<p>Gaps, grey in the charts: ", "</p>\n");
        for (PageHead.Gap gap : head.gaps().subList(0, Math.min(GAPS_MAX, head.gaps().size()))) {
            double seconds = gap.lengthMs() / 1_000.0;
            double after = (gap.fromMs() - head.startMs()) / 1_000.0;
            all.add(String.format(Locale.ROOT, "%,.0f s after %,.0f s", seconds, after));
        }
        if (head.gaps().size() > GAPS_MAX) {
            all.add("and " + (head.gaps().size() - GAPS_MAX) + " more");
        }
        return all.toString();
    }

    private String which() {
        Map<String, String> parameters = outcome.chosen().parameters();
        if (result.outcomes().size() == 1) {
            return parameters.isEmpty() ? "" : "<p>With " + list(parameters) + ".</p>\n";
        }
        return "<p>In detail, here and below: the set with the greatest profit, "
                + list(parameters)
                + ".</p>\n";
    }

    private static String list(Map<String, String> parameters) {
        StringJoiner list = new StringJoiner(", ");
        parameters.forEach((name, value) -> list.add(name + "=" + value));
        return Html.text(list.toString());
    }

    private String certainty() {
        BacktestResult.Fills fills = outcome.chosen().fills();
        return fills.isModelAsked()
                ? "<p>Fills by the model are those of resting orders that another queue model could"
                        + " have otherwise.</p>\n"
                : "<p>No queue model was asked about anything: each gives the same result.</p>\n";
    }

    private String causes() {
        StringBuilder html = new StringBuilder();
        for (Map.Entry<String, BacktestResult.Money> each : outcome.chosen().money().entrySet()) {
            BacktestResult.Causes causes = each.getValue().causes();
            String title = "Profit by cause, " + each.getKey();
            List<Bars.Bar> bars =
                    List.of(
                            bar("spread", causes.spread()),
                            bar("fees", causes.fees()),
                            bar("inventory", causes.inventory()),
                            bar("profit", each.getValue().profit()));
            html.append("<h2>").append(Html.text(title)).append("</h2>\n<div class=\"wide\">\n");
            html.append(Bars.svg(title, bars)).append("</div>\n");
        }
        return html.toString();
    }

    private static Bars.Bar bar(String label, BigDecimal value) {
        return new Bars.Bar(label, value.doubleValue(), Amount.exact(value));
    }

    private String places() {
        StringBuilder rows = new StringBuilder();
        boolean isAny =
                outcome.chosen().fills().places().stream().anyMatch(bin -> bin.orders() > 0);
        if (!isAny) {
            return "<tr><th>no order came to rest</th><td></td><td></td><td></td><td></td><td></td>"
                    + "</tr>\n";
        }
        for (QueueBins.Bin bin : outcome.chosen().fills().places()) {
            rows.append("<tr><th>").append(bin.label()).append("</th>");
            rows.append("<td>").append(bin.orders()).append("</td>");
            rows.append("<td>").append(bin.whole()).append("</td>");
            rows.append("<td>").append(bin.partly()).append("</td>");
            rows.append("<td>").append(Amount.share(bin.whole(), bin.orders())).append("</td>");
            rows.append(meter(bin.share())).append("</tr>\n");
        }
        return rows.toString();
    }

    private static String meter(double share) {
        String width = String.format(Locale.ROOT, "%.1f", 100 * share);
        return "<td class=\"meter\"><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\">"
                + "<rect class=\"track\" width=\"100\" height=\"8\"/><rect class=\"gain\" width=\""
                + width
                + "\" height=\"8\"/></svg></td>";
    }

    private String latency() {
        StringBuilder rows = new StringBuilder();
        row(rows, "order: engine to exchange", outcome.chosen().detail().order());
        row(rows, "feed: exchange to engine", outcome.chosen().detail().feed());
        return rows.toString();
    }

    private static void row(StringBuilder rows, String name, LatencyHistogram times) {
        rows.append("<tr><th>").append(name).append("</th>");
        for (double percentile : PERCENTILES) {
            double ms = times.percentileNs(percentile) / NS_PER_MS;
            String text = times.count() == 0 ? "-" : text(ms);
            rows.append("<td>").append(text).append("</td>");
        }
        rows.append(String.format(Locale.ROOT, "<td>%,d</td></tr>%n", times.count()));
    }

    private static String text(double ms) {
        return String.format(Locale.ROOT, ms < 1 ? "%.3f" : "%,.2f", ms);
    }
}
