package io.hayate.view.summary;

import java.util.List;
import java.util.Locale;

/**
 * Lines of a summary: a title, and beside it what belongs to it, with commas, on as many lines as it
 * takes within 80 columns.
 */
public final class SummaryLines {
    private static final int COLUMNS = 80;

    private final StringBuilder text = new StringBuilder();
    private final int titleLength;
    private int column; // of the line at work

    /**
     * @param titleLength columns of a title; a longer one is cut, visibly
     */
    public SummaryLines(int titleLength) {
        this.titleLength = titleLength;
    }

    /** Adds a title with its parts. A part stays on one line, unless it fits none: then it goes on at a blank. */
    public void add(String title, List<String> parts) {
        text.append(String.format(Locale.ROOT, "%-" + titleLength + "s", cut(title)));
        column = titleLength;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i) + (i < parts.size() - 1 ? "," : "");
            if (titleLength + 1 + part.length() <= COLUMNS) {
                addWhole(part);
            } else {
                for (String word : part.split(" ", -1)) {
                    addWhole(word);
                }
            }
        }
        endLine();
    }

    private void addWhole(String part) {
        if (column > titleLength && column + 1 + part.length() > COLUMNS) {
            endLine();
            text.append(" ".repeat(titleLength));
            column = titleLength;
        }
        text.append(' ').append(part);
        column += 1 + part.length();
    }

    /** Adds a title with one part. */
    public void add(String title, String part) {
        add(title, List.of(part));
    }

    /** Adds lines that are whole, each ended. */
    public void add(String lines) {
        text.append(lines);
    }

    private String cut(String title) {
        return title.length() > titleLength ? title.substring(0, titleLength - 1) + "…" : title;
    }

    private void endLine() {
        text.append(System.lineSeparator());
    }

    /** All lines, each ended. */
    @Override
    public String toString() {
        return text.toString();
    }
}
