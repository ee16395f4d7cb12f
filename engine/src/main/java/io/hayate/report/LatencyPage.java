package io.hayate.report;

import io.hayate.metrics.Stage;
import io.hayate.metrics.TickToTrade;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The page of a {@link LatencyReport}: whole in itself, and well-formed XML besides. */
final class LatencyPage {
    private static final String TEMPLATE = "latency.html";
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

    private final Map<Stage, Histogram> times = new EnumMap<>(Stage.class);

    LatencyPage(TickToTrade all) {
        for (Stage stage : Stage.values()) {
            times.put(stage, all.of(stage).snapshot());
        }
    }

    String html(Map<String, String> facts) throws IOException {
        return new PageTemplate(LatencyPage.class, TEMPLATE)
                .part("legend", legend())
                .part("chart", new PercentileChart(times).svg())
                .part("head", head())
                .part("rows", rows())
                .facts(facts)
                .fill();
    }

    private String legend() {
        StringBuilder text = new StringBuilder();
        times.forEach(
                (stage, all) -> {
                    if (all.getTotalCount() > 0) {
                        text.append("<li>").append(name(stage)).append("</li>\n");
                    }
                });
        return text.toString();
    }

    private static String name(Stage stage) {
        return "<svg class=\"swatch\" viewBox=\"0 0 26 10\"><path class=\"curve "
                + stage.word()
                + "\" d=\"M0 5H26\"/></svg>"
                + stage.title();
    }

    private static String head() {
        StringBuilder text = new StringBuilder("<tr><th>stage</th>");
        for (double percentile : PERCENTILES) {
            text.append("<th>").append(title(percentile)).append("</th>");
        }
        return text.append("<th>max</th><th>mean</th><th>count</th></tr>").toString();
    }

    private static String title(double percentile) {
        return "p" + (percentile % 1 == 0 ? "" + (int) percentile : "" + percentile);
    }

    private String rows() {
        StringBuilder text = new StringBuilder();
        times.forEach((stage, all) -> addRow(text, stage, all));
        return text.toString();
    }

    private static void addRow(StringBuilder text, Stage stage, Histogram all) {
        text.append("<tr><th>").append(name(stage)).append("</th>");
        for (double percentile : PERCENTILES) {
            addCell(text, Percentiles.text(all, percentile));
        }
        boolean any = all.getTotalCount() > 0;
        addCell(text, any ? Micros.text(all.getMaxValue()) : Percentiles.UNKNOWN);
        addCell(text, any ? Micros.text(Math.round(all.getMean())) : Percentiles.UNKNOWN);
        text.append(String.format(Locale.ROOT, "<td>%,d</td></tr>\n", all.getTotalCount()));
    }

    private static void addCell(StringBuilder text, String words) {
        text.append("<td>").append(words).append("</td>");
    }
}
