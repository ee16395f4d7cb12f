package io.hayate.view.terminal;

import java.util.List;
import org.jline.utils.AttributedString;

/** How many rows of the screen lines take, after a terminal that got narrower has wrapped them. */
final class Rows {
    private Rows() {}

    static int of(List<AttributedString> lines, int columns) {
        int rows = 0;
        for (AttributedString line : lines) {
            rows += of(line.columnLength(), columns);
        }
        return rows;
    }

    static int of(int length, int columns) {
        return columns <= 0 ? 1 : Math.max(1, (length + columns - 1) / columns);
    }
}
