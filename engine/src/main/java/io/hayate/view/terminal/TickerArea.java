package io.hayate.view.terminal;

import io.hayate.model.Health;
import io.hayate.view.text.FeedMark;
import io.hayate.view.text.Pace;
import io.hayate.view.text.StyledLine;
import io.hayate.view.text.TickerBoard;
import io.hayate.view.text.TickerLine;
import io.hayate.view.text.TickerTable;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;

/**
 * What the rewritten part of the screen shows: one ticker as a line, several as a table. The last
 * column of the terminal stays free, so that no terminal wraps. View thread.
 */
final class TickerArea {
    private static final int COLUMNS_DEFAULT = 80; // for a terminal that does not tell
    private static final int ROWS_DEFAULT = 24;
    static final int ROWS_FREE = 4; // for the prompt and the messages above
    private static final FeedMark FRESH = new FeedMark(Health.text(Health.LIVE), 0);

    private final TickerBoard board;
    private final Pace pace = new Pace();
    private Size size = new Size();
    private TickerTable table = new TickerTable();
    private int form;
    private boolean hadPanel;
    private List<AttributedString> drawn = List.of();

    TickerArea(TickerBoard board) {
        this.board = board;
    }

    /** The lines to show now, or null when those shown are still right. */
    List<AttributedString> next(Size now, long nowNs) {
        boolean resized = !now.equals(size);
        if (resized) {
            size = now;
            table = new TickerTable();
            form = 0;
        }
        board.panel().room(width(), linesMax());
        boolean isBack = hadPanel && !board.panel().isShown();
        hadPanel = board.panel().isShown();
        if (hadPanel) {
            return panel(resized, nowNs);
        }
        return isBack || resized || pace.isDue(nowNs) ? tickers(isBack, resized, nowNs) : null;
    }

    private List<AttributedString> panel(boolean resized, long nowNs) {
        boolean isDue = pace.isDue(nowNs); // also where nobody answers any more
        if (!board.panel().takeChanged() && !resized && !isDue) {
            return null;
        }
        if (isDue) {
            pace.done(nowNs);
        }
        return board.panel().lines(board.marks(), width(), linesMax(), nowNs);
    }

    private List<AttributedString> tickers(boolean isBack, boolean resized, long nowNs) {
        if (board.rows().isEmpty()) {
            return isBack ? List.of() : null;
        }
        pace.done(nowNs);
        List<AttributedString> lines = lines(nowNs); // a price that does not change grows old
        boolean isNew = !lines.equals(drawn) || resized || isBack;
        drawn = lines;
        return isNew ? lines : null;
    }

    private int width() {
        return orDefault(size.getColumns(), COLUMNS_DEFAULT) - 1;
    }

    private int linesMax() {
        return orDefault(size.getRows(), ROWS_DEFAULT) - ROWS_FREE;
    }

    private List<AttributedString> lines(long nowNs) {
        int width = width();
        int linesMax = linesMax();
        if (linesMax < 1) {
            return List.of();
        }
        if (board.rows().size() > 1) {
            return table.lines(board, width, linesMax, nowNs);
        }
        TickerBoard.Row row = board.rows().iterator().next();
        return List.of(line(row, width, nowNs));
    }

    private static int orDefault(int told, int otherwise) {
        return told > 0 ? told : otherwise;
    }

    private AttributedString line(TickerBoard.Row row, int width, long nowNs) {
        List<AttributedString> fresh = TickerLine.forms(row.name(), row.ticker(), FRESH);
        form = fitting(fresh, form, width); // and stays: a field comes not back with a short price
        FeedMark mark = board.mark(row, nowNs);
        List<AttributedString> forms = TickerLine.forms(row.name(), row.ticker(), mark);
        return StyledLine.cut(forms.get(fitting(forms, form, width)), width);
    }

    private static int fitting(List<AttributedString> forms, int from, int width) {
        int fits = from;
        while (fits < forms.size() - 1 && forms.get(fits).columnLength() > width) {
            fits++;
        }
        return fits;
    }
}
