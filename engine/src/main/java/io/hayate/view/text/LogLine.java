package io.hayate.view.text;

import io.hayate.model.Printable;

/** A log line of a strategy: each {@code {}} of its template gives way to the next number. */
public final class LogLine {
    private static final String MARK = "{}";

    private LogLine() {}

    public static String of(String template, double[] numbers) {
        StringBuilder line = new StringBuilder();
        int from = 0;
        int next = 0;
        int at = template.indexOf(MARK);
        while (at >= 0 && next < numbers.length) {
            line.append(template, from, at).append(Figures.exact(numbers[next++]));
            from = at + MARK.length();
            at = template.indexOf(MARK, from);
        }
        return Printable.line(line.append(template.substring(from)).toString());
    }
}
