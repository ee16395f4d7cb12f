package io.hayate.benchmarks.suite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Results as text of at most 100 columns, a block a class. */
final class ResultTable {
    private static final int LABEL_WIDTH = 46;
    private static final int LABEL_WIDTH_COMPARED = 36;
    private static final double MANY = 9_999_999.5; // no more fits in a column
    private static final double NOTHING_BYTES = 0.005; // less is the harness's own

    private final Results now;
    private final Results before; // null for none
    private final StringBuilder text = new StringBuilder();

    private ResultTable(Results now, Results before) {
        this.now = now;
        this.before = before;
    }

    /**
     * The table of a run.
     *
     * @param before an earlier run to compare with, or null
     */
    static String of(Results now, Results before) {
        return new ResultTable(now, before).write();
    }

    private String write() {
        line(now.title());
        if (before != null) {
            line("before: " + before.title());
        }
        now.types().forEach(this::block);
        return text.toString();
    }

    private void block(String type) {
        line("");
        line(label(type) + head());
        List<Result> rows = now.ofType(type);
        for (Result row : rows) {
            line(label("  " + row.label()) + figures(row, Baseline.of(row, rows)) + change(row));
        }
    }

    private String head() {
        String head = String.format("%10s %9s %9s %9s", "ns/op", "error", "B/op", "ratio");
        return before == null ? head : head + String.format("%10s %7s", "before", "change");
    }

    private String label(String label) {
        int width = before == null ? LABEL_WIDTH : LABEL_WIDTH_COMPARED;
        String cut = label.length() < width ? label : label.substring(0, width - 3) + "..";
        return String.format("%-" + width + "s", cut);
    }

    private static String figures(Result row, Result baseline) {
        String ratio = row.equals(baseline) ? "base" : ratio(row.score() / baseline.score());
        return String.format(
                "%10s %9s %9s %9s",
                figure(row.score()),
                Double.isNaN(row.error()) ? "" : figure(row.error()),
                bytes(row.bytes()),
                ratio);
    }

    private String change(Result row) {
        Optional<Result> earlier = before == null ? Optional.empty() : before.find(row);
        return earlier.map(result -> change(row, result)).orElse("");
    }

    private static String change(Result row, Result earlier) {
        String word = row.score() < earlier.score() ? "faster" : "slower";
        return String.format(
                "%10s %7s %s",
                figure(earlier.score()),
                ratio(row.score() / earlier.score()),
                row.isBeyondErrorOf(earlier) ? word : "");
    }

    private static String ratio(double ratio) {
        return figure(ratio);
    }

    private static String bytes(double bytes) {
        return Double.isNaN(bytes) ? "?" : bytes < NOTHING_BYTES ? "0" : figure(bytes);
    }

    /** At least two digits of a number, in nine characters. */
    private static String figure(double value) {
        String few = value < 10 ? "%.2f" : "%.1f";
        String many = value < MANY ? "%,.0f" : "%.1e";
        return String.format(Locale.ROOT, value < 100 ? few : many, value);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
