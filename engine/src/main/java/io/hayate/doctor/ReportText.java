package io.hayate.doctor;

import io.hayate.model.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for a person: a line a check, folded to fit a terminal of 80 columns. */
public final class ReportText {
    private static final int COLUMNS = 79;
    private static final int INDENT = 18;

    private ReportText() {}

    /** The lines, each ended. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        for (Report.Entry entry : report.entries()) {
            append(text, entry.name(), entry.finding());
        }
        return text + summary(report);
    }

    private static void append(StringBuilder text, String name, Finding finding) {
        String advice = finding.advice().isEmpty() ? "" : " - " + finding.advice();
        String status = finding.status().text();
        for (String line : fold(Printable.line(finding.found() + advice))) {
            text.append(String.format(Locale.ROOT, "%-4s  %-10s  %s%n", status, name, line));
            status = "";
            name = "";
        }
    }

    private static List<String> fold(String words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && INDENT + line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String summary(Report report) {
        return String.format(
                Locale.ROOT,
                "%d ok, %d to better, %d that hurt trading%n",
                report.count(Status.OK),
                report.count(Status.WARN),
                report.count(Status.FAIL));
    }
}
