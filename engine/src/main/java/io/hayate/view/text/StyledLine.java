package io.hayate.view.text;

import io.hayate.model.Printable;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A line that is put together piece by piece; every piece is made safe to print. */
public final class StyledLine {
    private static final String CUT = "..";

    private final AttributedStringBuilder line = new AttributedStringBuilder();

    public StyledLine add(String text) {
        return add(text, Paint.PLAIN);
    }

    public StyledLine add(String text, AttributedStyle style) {
        line.append(Printable.line(text), style);
        return this;
    }

    StyledLine add(AttributedString made) {
        line.append(made);
        return this;
    }

    public StyledLine pad(int columns) {
        line.append(" ".repeat(Math.max(0, columns)));
        return this;
    }

    /** How wide it is by now. */
    int width() {
        return line.columnLength();
    }

    public AttributedString toLine() {
        return line.toAttributedString();
    }

    public static AttributedString of(String text) {
        return new StyledLine().add(text).toLine();
    }

    /** The lines of a text. */
    public static List<AttributedString> ofText(String text) {
        return Arrays.stream(text.split("\n")).map(StyledLine::of).toList();
    }

    /** How many columns a text takes on the screen: some characters take two, some none. */
    static int width(String text) {
        return new AttributedString(text).columnLength();
    }

    /**
     * The line, cut visibly when it is too long. A word with digits in it is left out whole: a part of a
     * number is another number.
     */
    public static AttributedString cut(AttributedString line, int width) {
        if (line.columnLength() <= width) {
            return line;
        }
        String mark = width > CUT.length() ? CUT : "";
        int columns = Math.max(0, width - mark.length());
        int end = line.columnSubSequence(0, columns).length();
        AttributedString rest = line.subSequence(0, withoutPartOfNumber(line.toString(), end));
        return new StyledLine().add(rest).add(mark).toLine();
    }

    private static int withoutPartOfNumber(String line, int end) {
        int from = end;
        while (from > 0 && line.charAt(from - 1) != ' ') {
            from--;
        }
        int to = end;
        while (to < line.length() && line.charAt(to) != ' ') {
            to++;
        }
        boolean hasDigits = line.substring(from, to).chars().anyMatch(Character::isDigit);
        return hasDigits ? from : end;
    }
}
