package io.hayate.view.text;

import java.util.List;
import java.util.StringJoiner;
import org.jline.utils.AttributedString;

/** Lines of a title and its parts, of at most 80 columns. */
final class PartLines {
    private static final int COLUMNS = 80;
    private static final int TITLE_LENGTH = 12;

    private PartLines() {}

    static void add(List<String> lines, String title, List<String> parts) {
        StringJoiner joined = new StringJoiner(", ");
        parts.forEach(joined::add);
        String gap = " ".repeat(Math.max(2, TITLE_LENGTH - title.length()));
        wrap(lines, title + gap + joined);
    }

    static void wrap(List<String> lines, String line) {
        for (AttributedString row : WordWrap.of(StyledLine.of(line), COLUMNS)) {
            lines.add(row.toString());
        }
    }
}
