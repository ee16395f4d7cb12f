package io.hayate.view.terminal;

import io.hayate.event.Ticker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tickers as a table that fits the screen: columns that find no room are left out, from the right,
 * and so are rows, from the bottom, with a line that says how many.
 *
 * <pre>
 * Symbol      Bid    Ask  Last Price        Volume
 * BTCUSD  97000.5  97001     97000.5  372.10417038
 * </pre>
 *
 * <p>A column never gets narrower, so that numbers stay where they are.
 */
final class TickerTable {
    private static final List<String> HEADER =
            List.of("Symbol", "Bid", "Ask", "Last Price", "Volume");
    private static final int COLUMNS_MIN = 2;
    private static final int LINES_MIN = 3;
    private static final String GAP = "  ";
    private static final String CUT = "..";

    private final int[] widths = new int[HEADER.size()];

    /** The lines of the table, each at most {@code width} wide. */
    List<String> lines(Collection<TickerBoard.Row> rows, int width, int linesMax) {
        if (linesMax < LINES_MIN) {
            return List.of(cut(rows.size() + " tickers: the screen is too low", width));
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADER);
        rows.forEach(row -> cells.add(cells(row)));
        cells.forEach(this::widen);
        return fit(cells, columnsThatFit(width), width, linesMax);
    }

    /** The line, cut visibly when it is too long. */
    static String cut(String line, int width) {
        if (line.length() <= width) {
            return line;
        }
        return width <= CUT.length()
                ? line.substring(0, width)
                : line.substring(0, width - CUT.length()) + CUT;
    }

    private static List<String> cells(TickerBoard.Row row) {
        Ticker ticker = row.ticker();
        return List.of(
                row.name(),
                Figures.rounded(ticker.bidPrice()),
                Figures.rounded(ticker.askPrice()),
                Figures.rounded(ticker.lastPrice()),
                Figures.rounded(ticker.volume()));
    }

    private void widen(List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private int columnsThatFit(int width) {
        int used = widths[0];
        int columns = 1;
        while (columns < widths.length && used + GAP.length() + widths[columns] <= width) {
            used += GAP.length() + widths[columns++];
        }
        return Math.max(columns, COLUMNS_MIN);
    }

    private List<String> fit(List<List<String>> cells, int columns, int width, int linesMax) {
        boolean all = cells.size() <= linesMax;
        int shown = all ? cells.size() : linesMax - 1;
        List<String> lines = new ArrayList<>();
        for (List<String> row : cells.subList(0, shown)) {
            lines.add(cut(line(row, columns), width));
        }
        if (!all) {
            lines.add(cut("... and " + (cells.size() - shown) + " more", width));
        }
        return lines;
    }

    private String line(List<String> cells, int columns) {
        StringBuilder line = new StringBuilder(cells.get(0));
        pad(line, widths[0] - cells.get(0).length());
        for (int i = 1; i < columns; i++) {
            line.append(GAP);
            pad(line, widths[i] - cells.get(i).length());
            line.append(cells.get(i));
        }
        return line.toString();
    }

    private static void pad(StringBuilder line, int spaces) {
        line.append(" ".repeat(spaces));
    }
}
