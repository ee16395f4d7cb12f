package io.hayate.view.terminal;

import io.hayate.model.Printable;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A line that is put together piece by piece; every piece is made safe to print. */
final class StyledLine {
    private static final String CUT = "..";

    private final AttributedStringBuilder line = new AttributedStringBuilder();

    StyledLine add(String text) {
        return add(text, Paint.PLAIN);
    }

    StyledLine add(String text, AttributedStyle style) {
        line.append(Printable.line(text), style);
        return this;
    }

    StyledLine add(AttributedString made) {
        line.append(made);
        return this;
    }

    StyledLine pad(int columns) {
        line.append(" ".repeat(Math.max(0, columns)));
        return this;
    }

    /** How wide it is by now. */
    int width() {
        return line.columnLength();
    }

    AttributedString toLine() {
        return line.toAttributedString();
    }

    static AttributedString of(String text) {
        return new StyledLine().add(text).toLine();
    }

    /** The lines of a text. */
    static List<AttributedString> ofText(String text) {
        return Arrays.stream(text.split("\n")).map(StyledLine::of).toList();
    }

    /** How many columns a text takes on the screen: some characters take two, some none. */
    static int width(String text) {
        return new AttributedString(text).columnLength();
    }

    /** The line, cut visibly when it is too long. */
    static AttributedString cut(AttributedString line, int width) {
        if (line.columnLength() <= width) {
            return line;
        }
        return width <= CUT.length()
                ? line.columnSubSequence(0, Math.max(0, width))
                : new StyledLine()
                        .add(line.columnSubSequence(0, width - CUT.length()))
                        .add(CUT)
                        .toLine();
    }
}
