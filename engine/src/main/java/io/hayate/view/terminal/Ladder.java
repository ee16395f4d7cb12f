package io.hayate.view.terminal;

import io.hayate.event.BookView;
import io.hayate.model.Health;
import io.hayate.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A book as lines: bids on the left, asks on the right, best first; {@code #} is the amount down to
 * that level, against the most that is shown.
 *
 * <pre>
 * book BTCUSD P0 F0 25  live  age 0.1 s  spread 1
 *      ##   1.5   97000 | 97001  0.25  #
 *  ######     4   96999 | 97002    10  ##########
 * </pre>
 */
final class Ladder {
    private static final int BAR_MAX = 20;
    private static final int LINES_AROUND = 1;
    private static final double NS_PER_SECOND = 1e9;
    private static final int AMOUNT_DIGITS = 8;
    private static final String MIDDLE = " | ";
    private static final String GAP = "  ";
    private static final int GAPS_ALL = 4 * GAP.length() + MIDDLE.length();

    private Ladder() {}

    /** The lines, each at most {@code width} wide. */
    static List<String> lines(String name, BookView book, int width, int linesMax, long nowNs) {
        List<String> lines = new ArrayList<>();
        lines.add(TickerTable.cut(header(name, book, nowNs), width));
        int levels = Math.max(book.shown(Side.BUY), book.shown(Side.SELL));
        int shown = Math.min(levels, linesMax - LINES_AROUND);
        Half bids = new Half(book, Side.BUY, shown);
        Half asks = new Half(book, Side.SELL, shown);
        double most = Math.max(bids.total(), asks.total());
        int bar = Math.min(BAR_MAX, (width - GAPS_ALL - bids.width() - asks.width()) / 2);
        for (int level = 0; level < shown; level++) {
            String left = pad(bids.bar(level, most, bar), bar) + GAP + bids.amount(level) + GAP;
            String right = GAP + asks.amount(level) + GAP + asks.bar(level, most, bar);
            String line = left + bids.price(level) + MIDDLE + asks.price(level) + right;
            lines.add(TickerTable.cut(line.stripTrailing(), width));
        }
        return lines;
    }

    private static String header(String name, BookView book, long nowNs) {
        String age = "no data yet";
        if (book.changeTimeNs() != 0) {
            double seconds = Math.max(0, nowNs - book.changeTimeNs()) / NS_PER_SECOND;
            age = String.format(Locale.ROOT, "age %.1f s", seconds);
        }
        return name + GAP + Health.text(book.health()) + GAP + age + spread(book);
    }

    private static String spread(BookView book) {
        if (book.shown(Side.BUY) == 0 || book.shown(Side.SELL) == 0) {
            return GAP + "one side is empty";
        }
        BigDecimal bid = BigDecimal.valueOf(book.price(Side.BUY, 0));
        BigDecimal ask = BigDecimal.valueOf(book.price(Side.SELL, 0));
        double spread = ask.subtract(bid).doubleValue();
        return GAP + "spread " + Figures.rounded(spread) + (book.isCrossed() ? GAP + "!" : "");
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** A side of the book, in columns. */
    private static final class Half {
        private final List<String> prices = new ArrayList<>();
        private final List<String> amounts = new ArrayList<>();
        private final List<Double> totals = new ArrayList<>();

        Half(BookView book, Side side, int levelsMax) {
            double total = 0;
            for (int level = 0; level < Math.min(book.shown(side), levelsMax); level++) {
                total += Math.abs(book.amount(side, level));
                prices.add(Figures.rounded(book.price(side, level)));
                amounts.add(Figures.rounded(shortened(book.amount(side, level))));
                totals.add(total);
            }
        }

        private static double shortened(double amount) {
            return Double.isFinite(amount)
                    ? BigDecimal.valueOf(amount).round(new MathContext(AMOUNT_DIGITS)).doubleValue()
                    : amount;
        }

        double total() {
            return totals.isEmpty() ? 0 : totals.get(totals.size() - 1);
        }

        int width() {
            return width(prices) + width(amounts);
        }

        private static int width(List<String> column) {
            return column.stream().mapToInt(String::length).max().orElse(0);
        }

        String price(int level) {
            return cell(prices, level);
        }

        String amount(int level) {
            return cell(amounts, level);
        }

        private static String cell(List<String> column, int level) {
            return pad(level < column.size() ? column.get(level) : "", width(column));
        }

        String bar(int level, double most, int columns) {
            boolean isNone = level >= totals.size() || columns <= 0 || !(most > 0);
            return isNone ? "" : "#".repeat((int) Math.ceil(totals.get(level) / most * columns));
        }
    }
}
