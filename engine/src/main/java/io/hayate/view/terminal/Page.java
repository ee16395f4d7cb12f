package io.hayate.view.terminal;

import io.hayate.view.text.WordWrap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;

/**
 * How lines are laid out for where they go: wrapped at the width of a terminal, in colours where it
 * shows them. A pipe or a file gets each line whole and plain. Any thread.
 */
final class Page {
    private static final int COLORS = 8;

    private final Supplier<Size> size;
    private final boolean hasColors;

    /**
     * A page of this size.
     *
     * @param size of the terminal; null for what is none, or does not wrap
     */
    Page(Supplier<Size> size, boolean hasColors) {
        this.size = size;
        this.hasColors = hasColors;
    }

    boolean hasColors() {
        return hasColors;
    }

    Size size() {
        return size == null ? new Size() : size.get();
    }

    /** The lines as they are written, the last one ended too. */
    String text(List<AttributedString> lines) {
        int width = size().getColumns() - 1; // the last column stays free: no terminal wraps then
        StringBuilder text = new StringBuilder();
        for (AttributedString line : lines) {
            for (AttributedString row : WordWrap.of(line, width)) {
                text.append(painted(row)).append('\n');
            }
        }
        return text.toString();
    }

    /** Lines that fit already, without an end of the last one. */
    String rows(List<AttributedString> rows) {
        return rows.stream().map(this::painted).collect(Collectors.joining("\n"));
    }

    /** The line in the colours that there are. */
    AttributedString shown(AttributedString line) {
        return hasColors ? line : new AttributedString(line.toString());
    }

    private String painted(AttributedString row) {
        return hasColors ? row.toAnsi(COLORS, AttributedString.ForceMode.None) : row.toString();
    }
}
