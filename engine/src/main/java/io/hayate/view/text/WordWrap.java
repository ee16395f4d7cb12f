package io.hayate.view.text;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * Breaks a line that is too long for the screen between its words, and indents what follows: below the
 * second column where the line has two, else by two more than the line itself. A word that is too long
 * for a row is broken behind a mark such as a comma, or where the row ends.
 */
public final class WordWrap {
    private static final int INDENT = 2;
    private static final int BELOW_MAX = 20;
    private static final int SHORT = 3; // part of a row that is too little before a long word
    private static final int WIDTH_MIN = 12; // below that nothing is indented
    private static final String MARKS = ",;:/&}])";

    private WordWrap() {}

    public static List<AttributedString> of(AttributedString line, int width) {
        if (width < 1 || line.columnLength() <= width) {
            return List.of(line);
        }
        int indent = width < WIDTH_MIN ? 0 : indent(line.toString(), width);
        List<AttributedString> rows = new ArrayList<>();
        AttributedString rest = line;
        int room = width;
        while (rest.columnLength() > room) {
            int end = end(rest, room);
            rows.add(row(rest.subSequence(0, end), rows.isEmpty() ? 0 : indent));
            rest = withoutBlanks(rest, end);
            room = width - indent;
        }
        if (rest.length() > 0) {
            rows.add(row(rest, indent));
        }
        return rows;
    }

    private static int indent(String line, int width) {
        int from = 0;
        while (from < line.length() && line.charAt(from) == ' ') {
            from++;
        }
        int gap = line.indexOf("  ", from);
        int second = gap;
        while (second >= 0 && second < line.length() && line.charAt(second) == ' ') {
            second++;
        }
        int below = gap < 0 ? 0 : StyledLine.width(line.substring(0, second));
        boolean hasColumns = below > 0 && below <= Math.min(BELOW_MAX, width / 3);
        return hasColumns ? below : Math.min(from + INDENT, width / 3);
    }

    /** Where the next row ends: the index of the first character that is not on it. */
    private static int end(AttributedString rest, int room) {
        int fits = Math.max(firstCharacter(rest), rest.columnSubSequence(0, room).length());
        String text = rest.toString();
        int blank = text.lastIndexOf(' ', fits);
        boolean isWord = blank > 0 && !text.substring(0, blank).isBlank();
        boolean isShort = blank <= fits / SHORT && isLong(text, blank, room);
        return isWord && !isShort ? blank : endInWord(text, fits);
    }

    /** True when the word behind the blank fits on no row. */
    private static boolean isLong(String text, int blank, int room) {
        int end = text.indexOf(' ', blank + 1);
        return (end < 0 ? text.length() : end) - blank > room;
    }

    private static int endInWord(String text, int fits) {
        for (int i = fits; i > fits / 2; i--) {
            if (MARKS.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return fits;
    }

    private static int firstCharacter(AttributedString rest) {
        return Character.charCount(rest.codePointAt(0));
    }

    private static AttributedString row(AttributedString text, int indent) {
        return new StyledLine().pad(indent).add(text).toLine();
    }

    private static AttributedString withoutBlanks(AttributedString rest, int from) {
        int start = from;
        while (start < rest.length() && rest.charAt(start) == ' ') {
            start++;
        }
        return rest.subSequence(start, rest.length());
    }
}
