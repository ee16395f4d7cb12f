package io.hayate.report;

import io.hayate.metrics.Stage;
import io.hayate.metrics.TickToTrade;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stages' times as a table for a person: in µs, within 80 columns. A stage without a time has no
 * row.
 */
public final class LatencyTable {
    private LatencyTable() {}

    /** The lines, each ended; empty while nothing is measured. */
    public static String text(TickToTrade times) {
        return text(stage -> StageTimes.of(times.of(stage).snapshot()));
    }

    /** As {@link #text(TickToTrade)}, of times that were measured elsewhere; empty while there are none. */
    public static String text(Function<Stage, StageTimes> times) {
        if (Stream.of(Stage.values()).allMatch(stage -> times.apply(stage).count() == 0)) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        add(text, "latency, us", "p50", "p90", "p99", "p99.9", "max", "count");
        for (Stage stage : Stage.values()) {
            StageTimes measured = times.apply(stage);
            if (measured.count() > 0) {
                addRow(text, stage, measured);
            }
        }
        return text.toString();
    }

    private static void addRow(StringBuilder text, Stage stage, StageTimes times) {
        add(
                text,
                stage.title(),
                percentile(times.p50Ns(), times.count(), 50),
                percentile(times.p90Ns(), times.count(), 90),
                percentile(times.p99Ns(), times.count(), 99),
                percentile(times.p999Ns(), times.count(), 99.9),
                Micros.text(times.maxNs()),
                Long.toString(times.count()));
    }

    private static String percentile(long ns, long count, double percent) {
        return Percentiles.isMeasured(count, percent) ? Micros.text(ns) : Percentiles.UNKNOWN;
    }

    private static void add(StringBuilder text, Object... words) {
        text.append(String.format(Locale.ROOT, "%-20s %8s %8s %8s %8s %8s %12s%n", words));
    }
}
