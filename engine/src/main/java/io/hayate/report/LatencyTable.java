package io.hayate.report;

import io.hayate.metrics.Stage;
import io.hayate.metrics.TickToTrade;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The stages' times as a table for a person: in µs, within 80 columns. A stage without a time has no
 * row.
 */
public final class LatencyTable {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9};

    private LatencyTable() {}

    /** The lines, each ended. */
    public static String text(TickToTrade times) {
        StringBuilder text = new StringBuilder();
        add(text, "latency, us", "p50", "p90", "p99", "p99.9", "max", "count");
        for (Stage stage : Stage.values()) {
            Histogram measured = times.of(stage).snapshot();
            if (measured.getTotalCount() > 0) {
                addRow(text, stage, measured);
            }
        }
        return text.toString();
    }

    private static void addRow(StringBuilder text, Stage stage, Histogram times) {
        String[] words = new String[PERCENTILES.length + 1];
        for (int i = 0; i < PERCENTILES.length; i++) {
            words[i] = Percentiles.text(times, PERCENTILES[i]);
        }
        words[PERCENTILES.length] = Micros.text(times.getMaxValue());
        add(
                text,
                stage.title(),
                words[0],
                words[1],
                words[2],
                words[3],
                words[4],
                Long.toString(times.getTotalCount()));
    }

    private static void add(StringBuilder text, Object... words) {
        text.append(String.format(Locale.ROOT, "%-20s %8s %8s %8s %8s %8s %12s%n", words));
    }
}
