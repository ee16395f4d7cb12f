package io.hayate.view.text;

import io.hayate.event.Ticker;
import io.hayate.model.Counts;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * Tickers as a table that fits the screen: columns that find no room are left out, from the right,
 * and so are rows, from the bottom, with a line that says how many.
 *
 * <pre>
 * Symbol      Bid    Ask  Last Price        Volume  State
 * BTCUSD  97000.5  97001     97000.5  372.10417038  live
 * ETHUSD   3123.4   3124      3123.4       3253.71  stale 65s
 * </pre>
 *
 * <p>The state is the last column to go but one. Where it has no room, a price that is not fresh gives
 * way to it. A column never gets narrower, so that numbers stay where they are.
 */
public final class TickerTable {
    private static final List<String> HEADER =
            List.of("Symbol", "Bid", "Ask", "Last Price", "Volume");
    private static final String STATE = "State";
    private static final int COLUMNS_MIN = 2;
    private static final int LINES_MIN = 3;
    private static final String GAP = "  ";

    private final int[] widths = new int[HEADER.size()];
    private int stateWidth = STATE.length();

    /** One line before it is laid out. */
    private record Cells(List<String> figures, String state, FeedMark mark) {}

    /** The lines of the table, each at most {@code width} wide. */
    public List<AttributedString> lines(TickerBoard board, int width, int linesMax, long nowNs) {
        int count = board.rows().size();
        if (linesMax < LINES_MIN) {
            return List.of(cut(Counts.of(count, "ticker") + ": the screen is too low", width));
        }
        List<Cells> cells = new ArrayList<>();
        cells.add(new Cells(HEADER, STATE, null));
        board.rows().forEach(row -> cells.add(cells(row, board.mark(row, nowNs))));
        cells.forEach(this::widen);
        return fit(cells, width, linesMax);
    }

    private static AttributedString cut(String text, int width) {
        return StyledLine.cut(StyledLine.of(text), width);
    }

    private static Cells cells(TickerBoard.Row row, FeedMark mark) {
        Ticker ticker = row.ticker();
        List<String> figures =
                List.of(
                        row.name(),
                        Figures.rounded(ticker.bidPrice()),
                        Figures.rounded(ticker.askPrice()),
                        Figures.rounded(ticker.lastPrice()),
                        Figures.rounded(ticker.volume()));
        return new Cells(figures, mark.isFresh() ? mark.words() : mark.text(), mark);
    }

    private void widen(Cells cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], StyledLine.width(cells.figures().get(i)));
        }
        stateWidth = Math.max(stateWidth, cells.state().length());
    }

    private List<AttributedString> fit(List<Cells> cells, int width, int linesMax) {
        int columns = columnsThatFit(width - GAP.length() - stateWidth);
        boolean hasState = columns >= COLUMNS_MIN;
        int shownColumns = hasState ? columns : Math.max(COLUMNS_MIN, columnsThatFit(width));
        boolean all = cells.size() <= linesMax;
        int shown = all ? cells.size() : linesMax - 1;
        List<AttributedString> lines = new ArrayList<>();
        for (Cells row : cells.subList(0, shown)) {
            AttributedString line = hasState ? line(row, shownColumns) : narrow(row, shownColumns);
            lines.add(StyledLine.cut(line, width));
        }
        if (!all) {
            lines.add(cut("... and " + (cells.size() - shown) + " more", width));
        }
        return lines;
    }

    private int columnsThatFit(int width) {
        int used = widths[0];
        int columns = 1;
        while (columns < widths.length && used + GAP.length() + widths[columns] <= width) {
            used += GAP.length() + widths[columns++];
        }
        return columns;
    }

    private AttributedString line(Cells cells, int columns) {
        StyledLine line = figures(cells, columns).add(GAP);
        return line.add(cells.state(), style(cells)).toLine();
    }

    private AttributedString narrow(Cells cells, int columns) {
        boolean isOld = cells.mark() != null && !cells.mark().isFresh();
        return isOld
                ? figures(cells, 1).add(GAP).add(cells.state(), style(cells)).toLine()
                : figures(cells, columns).toLine();
    }

    private static AttributedStyle style(Cells cells) {
        return cells.mark() == null ? Paint.TITLE : cells.mark().style();
    }

    private StyledLine figures(Cells cells, int columns) {
        boolean isHeader = cells.mark() == null;
        StyledLine line = new StyledLine().add(cells.figures().get(0), Paint.TITLE);
        line.pad(widths[0] - line.width());
        for (int i = 1; i < columns; i++) {
            String figure = cells.figures().get(i);
            line.add(GAP).pad(widths[i] - StyledLine.width(figure));
            line.add(figure, isHeader ? Paint.TITLE : cells.mark().figures());
        }
        return line;
    }
}
