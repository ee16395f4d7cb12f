package io.hayate.view.terminal;

import io.hayate.event.Ticker;
import java.util.List;
import org.jline.terminal.Size;

/**
 * What the rewritten part of the screen shows: one ticker as a line, several as a table. The last
 * column of the terminal stays free, so that no terminal wraps. View thread.
 */
final class TickerArea {
    private static final int COLUMNS_DEFAULT = 80; // for a terminal that does not tell
    private static final int ROWS_DEFAULT = 24;
    static final int ROWS_FREE = 4; // for the prompt and the messages above

    private final TickerBoard board;
    private final Pace pace = new Pace();
    private Size size = new Size();
    private TickerTable table = new TickerTable();
    private int form;
    private boolean hadPanel;

    TickerArea(TickerBoard board) {
        this.board = board;
    }

    /** The lines to show now, or null when those shown are still right. */
    List<String> next(Size now, long nowNs) {
        boolean resized = !now.equals(size);
        if (resized) {
            size = now;
            table = new TickerTable();
            form = 0;
        }
        boolean isBack = hadPanel && !board.panel().isShown();
        hadPanel = board.panel().isShown();
        if (hadPanel) {
            boolean isNew = board.panel().takeChanged() || resized;
            return isNew ? board.panel().lines(width(), linesMax(), nowNs) : null;
        }
        return isBack || resized || pace.isDue(nowNs) ? tickers(isBack, resized, nowNs) : null;
    }

    private List<String> tickers(boolean isBack, boolean resized, long nowNs) {
        boolean isNew = board.takeChanged() || resized || isBack;
        if (!isNew || board.rows().isEmpty()) {
            return isBack ? List.of() : null;
        }
        pace.done(nowNs);
        return lines();
    }

    private int width() {
        return orDefault(size.getColumns(), COLUMNS_DEFAULT) - 1;
    }

    private int linesMax() {
        return orDefault(size.getRows(), ROWS_DEFAULT) - ROWS_FREE;
    }

    private List<String> lines() {
        int width = width();
        int linesMax = linesMax();
        if (linesMax < 1) {
            return List.of();
        }
        if (board.rows().size() > 1) {
            return table.lines(board.rows(), width, linesMax);
        }
        TickerBoard.Row row = board.rows().iterator().next();
        return List.of(line(row.name(), row.ticker(), width));
    }

    private static int orDefault(int told, int otherwise) {
        return told > 0 ? told : otherwise;
    }

    private String line(String name, Ticker ticker, int width) {
        List<String> forms = TickerLine.forms(name, ticker);
        while (form < forms.size() - 1 && forms.get(form).length() > width) {
            form++; // and stays there: a field does not come and go with the digits of a price
        }
        return TickerTable.cut(forms.get(form), width);
    }
}
