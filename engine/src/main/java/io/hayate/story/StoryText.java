package io.hayate.story;

import io.hayate.model.Printable;
import java.io.PrintWriter;
import java.util.List;

/**
 * A story on a terminal: time, one word, a sentence.
 *
 * <pre>
 * 11:30:02.123  INTENT     BUY 0.01 BTCUSD limit at 9500, by the strategy
 *               bytes      [0,"on",null,{"cid":17592186044417,...}]
 * </pre>
 */
final class StoryText {
    static final int COLUMNS = 80;

    private static final int TIME = 14;
    private static final int LABEL = 11;
    private static final int DATE = 16;
    private static final int NUMBER = 16;
    private static final int MONTH = 5; // of a date: where it begins
    private static final int SECONDS = 8; // of a time: where they end

    private final PrintWriter out;
    private final int width;
    private String day = "";

    /** In rows of 80 columns. */
    StoryText(PrintWriter out) {
        this(out, COLUMNS);
    }

    StoryText(PrintWriter out, int width) {
        this.out = out;
        this.width = width;
    }

    /** The lines of one record. */
    void print(StoryEvent event, List<StoryLine> lines) {
        String date = Clock.day(event.timeMs());
        if (!date.equals(day)) {
            out.println(day.isEmpty() ? date + " UTC" : "\n" + date + " UTC");
            day = date;
        }
        String time = Clock.time(event.timeMs());
        for (StoryLine line : lines) {
            String label = line.label();
            for (String row : Wrapped.of(Printable.line(line.text()), width - TIME - LABEL)) {
                out.println(pad(time, TIME) + pad(label, LABEL) + row);
                time = "";
                label = "";
            }
        }
    }

    /** A row of a table: when, a number, a column of its own width or an empty one, a sentence. */
    void row(long timeMs, String number, String column, String text) {
        String time =
                Clock.day(timeMs).substring(MONTH) + " " + Clock.time(timeMs).substring(0, SECONDS);
        String name = number;
        String owner = column;
        int indent = column.length();
        for (String row : Wrapped.of(Printable.line(text), width - DATE - NUMBER - indent)) {
            out.println(pad(time, DATE) + pad(name, NUMBER) + owner + row);
            time = "";
            name = "";
            owner = " ".repeat(indent);
        }
    }

    /** A line before the story: a name and a sentence. */
    void fact(String name, String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        String label = name;
        for (String row : Wrapped.of(Printable.line(text), width - TIME - 2)) {
            out.println("  " + pad(label, TIME) + row);
            label = "";
        }
    }

    /** A sentence over the whole width. */
    void sentence(String text) {
        Wrapped.of(Printable.line(text), width).forEach(out::println);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
