package io.hayate.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the figures of a table stand in one row of a page that says how they were measured. */
final class FigureCheck {
    private static final Pattern FIGURE =
            Pattern.compile("(?<![\\w.,])\\d[\\d,]*(?:\\.\\d+)?(?![\\w.,]*\\w)");

    private FigureCheck() {}

    /** Each row of the table below a heading that has a figure which no row of the other page has with the rest. */
    static List<String> findings(ReadmePage page, String heading, ReadmePage source) {
        List<Set<String>> rows =
                source.prose().lines().map(FigureCheck::figures).collect(Collectors.toList());
        List<String> findings = new ArrayList<>();
        for (String row : rows(page, heading)) {
            Set<String> figures = figures(row);
            if (figures.isEmpty() || rows.stream().noneMatch(each -> each.containsAll(figures))) {
                findings.add("not measured in one row: " + figures + " of " + row);
            }
        }
        return findings;
    }

    /** The rows of the table below a heading, without its head. */
    static List<String> rows(ReadmePage page, String heading) {
        String text = page.prose();
        int start = text.indexOf("\n## " + heading + "\n");
        int end = text.indexOf("\n## ", start + 1);
        return start < 0
                ? List.of()
                : text.substring(start, end < 0 ? text.length() : end)
                        .lines()
                        .filter(line -> line.startsWith("|"))
                        .skip(2)
                        .toList();
    }

    static Set<String> figures(String text) {
        return FIGURE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(figure -> figure.replaceFirst(",$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
