package io.hayate.backtest.page;

import io.hayate.backtest.result.BacktestResult;
import io.hayate.backtest.result.Curve;
import io.hayate.backtest.result.FillMarks;
import io.hayate.backtest.result.RunCurves;
import io.hayate.backtest.result.SweepOutcome;
import io.hayate.model.Counts;
import io.hayate.report.Html;
import io.hayate.report.SpanChart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What changed over time in one run, as charts with one axis of time. */
final class RunCharts {
    private static final int PAIRS_MAX = 12;
    private static final int TALL = 260;
    private static final int LOW = 150;

    private final PageHead head;
    private final SweepOutcome outcome;
    private final RunCurves curves;
    private final StringBuilder html = new StringBuilder();

    RunCharts(PageHead head, SweepOutcome outcome) {
        this.head = head;
        this.outcome = outcome;
        curves = outcome.chosen().detail().curves();
    }

    /** The charts, each with its title. */
    String html() {
        if (curves.traded().isEmpty()) {
            return "<p>Nothing was traded.</p>\n";
        }
        curves.equities().forEach(this::money);
        List<Map.Entry<String, RunCurves.Pair>> pairs = new ArrayList<>();
        curves.traded().entrySet().forEach(pairs::add);
        pairs.sort((a, b) -> Long.compare(fills(b.getValue()), fills(a.getValue())));
        for (Map.Entry<String, RunCurves.Pair> each : pairs.subList(0, shown(pairs.size()))) {
            pair(each.getKey(), each.getValue());
        }
        if (pairs.size() > PAIRS_MAX) {
            html.append("<p>The ").append(PAIRS_MAX).append(" pairs with most fills of ");
            html.append(pairs.size()).append(" that were traded.</p>\n");
        }
        return html.toString();
    }

    private static int shown(int pairs) {
        return Math.min(pairs, PAIRS_MAX);
    }

    private static long fills(RunCurves.Pair pair) {
        return pair.fills().all().stream().mapToLong(FillMarks.Mark::count).sum();
    }

    private void money(String currency, RunCurves.Equity equity) {
        Map<String, List<SpanChart.Point>> lines = new LinkedHashMap<>();
        line("pessimistic", outcome.pessimistic(), currency, lines);
        line("optimistic", outcome.optimistic(), currency, lines);
        lines.put("equity", fromZero(points(equity.equity())));
        title("Equity, " + currency);
        if (lines.size() > 1) {
            legend(new ArrayList<>(lines.keySet()));
        }
        SpanChart chart = chart("Equity in " + currency, TALL, withZero(lines.values()));
        lines.forEach(chart::curve);
        add(chart);
        title("Drawdown, " + currency);
        List<SpanChart.Point> falls = new ArrayList<>();
        for (SpanChart.Point point : fromZero(points(equity.fall()))) {
            falls.add(new SpanChart.Point(point.ms(), -point.value()));
        }
        SpanChart below = chart("Drawdown in " + currency, LOW, withZero(List.of(falls)));
        below.area("fall", falls);
        add(below);
    }

    /** The curve of another queue model, where that gave another result. */
    private void line(
            String name,
            BacktestResult bound,
            String currency,
            Map<String, List<SpanChart.Point>> lines) {
        RunCurves.Equity equity = bound.detail().curves().equities().get(currency);
        BacktestResult chosen = outcome.chosen();
        boolean isOther = chosen.fills().isModelAsked() && bound.model() != chosen.model();
        if (isOther && equity != null) {
            lines.put(name, fromZero(points(equity.equity())));
        }
    }

    private void pair(String symbol, RunCurves.Pair pair) {
        List<FillMarks.Mark> marks = pair.fills().all();
        List<List<SpanChart.Point>> within = new ArrayList<>();
        within.add(points(pair.price()));
        for (FillMarks.Mark mark : marks) {
            within.add(List.of(at(mark, mark.least()), at(mark, mark.most())));
        }
        title("Fills on the middle price of " + symbol);
        legend(List.of("price", "buy", "sell"));
        SpanChart chart = chart("Fills on the price of " + symbol, TALL, within);
        chart.curve("price", within.get(0));
        marks.forEach(mark -> mark(chart, mark));
        add(chart);
        title("Position in " + symbol);
        List<SpanChart.Point> position = points(pair.position());
        SpanChart below = chart("Position in " + symbol, LOW, withZero(List.of(position)));
        below.steps("position", position);
        add(below);
    }

    private void mark(SpanChart chart, FillMarks.Mark mark) {
        boolean isGuessed = mark.guessed() == mark.count();
        String style = (mark.isBuy() ? "buy" : "sell") + (isGuessed ? " guessed" : "");
        chart.mark(style, at(mark, mark.least()), mark.isBuy(), words(mark));
        if (mark.most().compareTo(mark.least()) != 0) {
            chart.mark(style, at(mark, mark.most()), mark.isBuy(), words(mark));
        }
    }

    private static String words(FillMarks.Mark mark) {
        String what =
                mark.isBuy() ? Counts.of(mark.count(), "buy") : Counts.of(mark.count(), "sell");
        String price = Amount.exact(mark.least());
        if (mark.most().compareTo(mark.least()) != 0) {
            price += " to " + Amount.exact(mark.most());
        }
        String makers = mark.makers() == 0 ? "" : ", resting " + mark.makers();
        String guessed = mark.guessed() == 0 ? "" : ", by the model " + mark.guessed();
        return what + " of " + Amount.exact(mark.amount()) + " at " + price + makers + guessed;
    }

    private SpanChart.Point at(FillMarks.Mark mark, BigDecimal price) {
        return new SpanChart.Point(ms(mark.timeNs()), price.doubleValue());
    }

    private long ms(long timeNs) {
        return head.startMs() + TimeUnit.NANOSECONDS.toMillis(timeNs);
    }

    private List<SpanChart.Point> points(Curve curve) {
        List<SpanChart.Point> points = new ArrayList<>();
        for (Curve.Column column : curve.columns()) {
            long ms = ms(column.timeNs());
            points.add(new SpanChart.Point(ms, column.first().doubleValue()));
            points.add(new SpanChart.Point(ms, column.least().doubleValue()));
            points.add(new SpanChart.Point(ms, column.most().doubleValue()));
            points.add(new SpanChart.Point(ms, column.last().doubleValue()));
        }
        return points;
    }

    /** Nothing was lost or won before the first of them. */
    private List<SpanChart.Point> fromZero(List<SpanChart.Point> points) {
        List<SpanChart.Point> all = new ArrayList<>();
        all.add(new SpanChart.Point(head.startMs(), 0));
        all.add(new SpanChart.Point(points.get(0).ms(), 0));
        all.addAll(points);
        return all;
    }

    private List<List<SpanChart.Point>> withZero(Iterable<List<SpanChart.Point>> lines) {
        List<List<SpanChart.Point>> all = new ArrayList<>();
        lines.forEach(all::add);
        all.add(List.of(new SpanChart.Point(head.startMs(), 0)));
        return all;
    }

    private SpanChart chart(String label, int height, List<List<SpanChart.Point>> within) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (List<SpanChart.Point> points : within) {
            for (SpanChart.Point point : points) {
                least = Math.min(least, point.value());
                most = Math.max(most, point.value());
            }
        }
        long spanMs = TimeUnit.NANOSECONDS.toMillis(curves.spanNs());
        SpanChart chart = new SpanChart(label, height, head.startMs(), spanMs, least, most);
        head.gaps().forEach(gap -> chart.gap(gap.fromMs(), gap.fromMs() + gap.lengthMs()));
        chart.axes();
        return chart;
    }

    private void title(String title) {
        html.append("<h2>").append(Html.text(title)).append("</h2>\n");
    }

    private void legend(List<String> styles) {
        html.append("<ul class=\"legend\">\n");
        for (String style : styles) {
            boolean isMark = style.equals("buy") || style.equals("sell");
            String shape =
                    isMark
                            ? "<path class=\"mark " + style + "\" d=\"M13 0L18 10L8 10Z\"/>"
                            : "<path class=\"curve " + style + "\" d=\"M0 5H26\"/>";
            html.append("<li><svg class=\"swatch\" viewBox=\"0 0 26 10\">").append(shape);
            html.append("</svg>").append(legendText(style)).append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private static String legendText(String style) {
        return switch (style) {
            case "equity" -> "under the chosen queue model";
            case "pessimistic" -> "pessimistic";
            case "optimistic" -> "optimistic";
            case "price" -> "middle price";
            case "buy" -> "buys (hollow: all of them by the queue model)";
            default -> "sells";
        };
    }

    private void add(SpanChart chart) {
        html.append("<div class=\"wide\">\n").append(chart.svg()).append("</div>\n");
    }
}
