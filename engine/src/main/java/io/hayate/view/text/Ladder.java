package io.hayate.view.text;

import io.hayate.model.Counts;
import io.hayate.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * A book as lines: bids on the left, asks on the right, best first; {@code #} is the amount down to
 * that level, against the most that is shown. Where the screen is narrow the bars go first, then the
 * amounts; a price is never cut.
 *
 * <pre>
 * book BTCUSD P0 F0 25  live  age 0.1 s  spread 1
 *      ##   1.5   97000 | 97001  0.25  #
 *  ######     4   96999 | 97002    10  ##########
 * </pre>
 */
final class Ladder {
    private static final int BAR_MAX = 20;

    /** Lines around the levels. */
    static final int LINES_AROUND = 1;

    private static final String TOO_NARROW = "the screen is too narrow";
    private static final int AMOUNT_DIGITS = 8;
    private static final String MIDDLE = " | ";
    private static final String GAP = "  ";
    private static final int GAPS_ALL = 4 * GAP.length() + MIDDLE.length();

    private Ladder() {}

    /**
     * The lines, each at most {@code width} wide.
     *
     * @param words what is known against its channel now
     */
    static List<AttributedString> lines(
            String name, BookTop book, String words, int width, int linesMax, long nowNs) {
        List<AttributedString> lines = new ArrayList<>();
        int levels = Math.max(book.levels(Side.BUY).size(), book.levels(Side.SELL).size());
        int shown = Math.min(levels, linesMax - LINES_AROUND);
        lines.add(header(name, book, words, width, shown, nowNs));
        Half bids = new Half(book, Side.BUY, shown);
        Half asks = new Half(book, Side.SELL, shown);
        if (shown > 0 && MIDDLE.length() + bids.priceWidth() + asks.priceWidth() > width) {
            lines.add(StyledLine.cut(StyledLine.of(TOO_NARROW), width));
            return lines;
        }
        double most = Math.max(bids.total(), asks.total());
        int besideBars = GAPS_ALL + bids.width() + asks.width();
        int bar = Math.min(BAR_MAX, (width - besideBars) / 2);
        boolean hasAmounts = besideBars - 2 * GAP.length() <= width;
        for (int level = 0; level < shown; level++) {
            String left = hasAmounts ? left(bids, level, most, bar) : "";
            String right = hasAmounts ? right(asks, level, most, bar) : "";
            StyledLine line = new StyledLine().add(left + bids.price(level), Paint.of(Side.BUY));
            line.add(MIDDLE).add((asks.price(level) + right).stripTrailing(), Paint.of(Side.SELL));
            lines.add(line.toLine());
        }
        return lines;
    }

    private static String left(Half bids, int level, double most, int bar) {
        String amount = bids.amount(level) + GAP;
        return bar < 0 ? amount : pad(bids.bar(level, most, bar), bar) + GAP + amount;
    }

    private static String right(Half asks, int level, double most, int bar) {
        return GAP + asks.amount(level) + GAP + asks.bar(level, most, bar);
    }

    private static AttributedString header(
            String name, BookTop book, String words, int width, int shown, long nowNs) {
        if (book.changeTimeNs() == 0) {
            StyledLine line = new StyledLine().add(name, Paint.TITLE).add(GAP);
            line.add(words, FeedMark.ofWords(words)).add(GAP + "no data yet" + spread(book));
            return StyledLine.cut(line.toLine(), width);
        }
        FeedMark mark = new FeedMark(words, Math.max(0, nowNs - book.changeTimeNs()));
        boolean isPart = shown < book.levelsAll();
        String part = isPart ? GAP + shown + " of " + Counts.of(book.levelsAll(), "level") : "";
        return mark.title(name, spread(book) + part, width);
    }

    private static String spread(BookTop book) {
        if (book.levels(Side.BUY).isEmpty() || book.levels(Side.SELL).isEmpty()) {
            return GAP + "one side is empty";
        }
        BigDecimal bid = BigDecimal.valueOf(book.levels(Side.BUY).get(0).price());
        BigDecimal ask = BigDecimal.valueOf(book.levels(Side.SELL).get(0).price());
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

        Half(BookTop book, Side side, int levelsMax) {
            double total = 0;
            List<BookTop.Level> levels = book.levels(side);
            for (BookTop.Level level : levels.subList(0, Math.min(levels.size(), levelsMax))) {
                total += Math.abs(level.amount());
                prices.add(Figures.rounded(level.price()));
                amounts.add(Figures.rounded(shortened(level.amount())));
                totals.add(total);
            }
            Figures.alignPoints(prices);
            Figures.alignPoints(amounts);
        }

        private static double shortened(double amount) {
            return Double.isFinite(amount)
                    ? BigDecimal.valueOf(amount).round(new MathContext(AMOUNT_DIGITS)).doubleValue()
                    : amount;
        }

        double total() {
            return totals.isEmpty() ? 0 : totals.get(totals.size() - 1);
        }

        int priceWidth() {
            return width(prices);
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
