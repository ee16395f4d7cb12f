package io.hayate.view.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/**
 * Candles as characters, the oldest on the left: {@code +} for the body of one that closed at or above
 * its open, {@code #} for one that closed below, {@code |} for what it ranged beyond that.
 *
 * <pre>
 *    |          86850
 *  + ||+
 *  +++#+        86800
 *  |  #
 * 14:05   14:10
 * </pre>
 *
 * View thread.
 */
final class CandleChart {
    /** Lines around the drawing itself. */
    static final int LINES_AROUND = 2;

    private static final int HEIGHT_MAX = 100;
    private static final int HEIGHT_MIN = 3;
    private static final int LABEL_EVERY = 3; // rows
    private static final String GAP = "  ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long DAY_MS = 86_400_000;

    private CandleChart() {}

    /** A candle, in the wire's order of prices. */
    record Bar(long timeMs, double open, double close, double high, double low, double volume) {
        boolean isDrawn() {
            return low <= high && Double.isFinite(low) && Double.isFinite(high);
        }
    }

    /**
     * The lines of the chart.
     *
     * @param bars oldest first; those that find no room are left out from the left
     * @param name the first line tells it, with what is known of the channel
     */
    static List<AttributedString> lines(
            String name, FeedMark mark, List<Bar> bars, int width, int linesMax) {
        List<AttributedString> lines = new ArrayList<>();
        List<Bar> drawn = bars.stream().filter(Bar::isDrawn).toList();
        lines.add(mark.title(name, last(drawn), width));
        int height = Math.min(HEIGHT_MAX, linesMax - LINES_AROUND);
        if (drawn.isEmpty() || height < HEIGHT_MIN) {
            String why = drawn.isEmpty() ? "no candles yet" : "the screen is too low";
            lines.add(StyledLine.cut(StyledLine.of(why), width));
            return lines.subList(0, Math.max(0, Math.min(lines.size(), linesMax)));
        }
        Scale scale = scale(drawn, height);
        int columns = Math.max(1, width - GAP.length() - scale.labelsWidth());
        List<Bar> shown = drawn.subList(Math.max(0, drawn.size() - columns), drawn.size());
        for (int row = height - 1; row >= 0; row--) {
            lines.add(line(shown, scale, row, width));
        }
        lines.add(StyledLine.cut(StyledLine.of(times(shown)), width));
        return lines;
    }

    private static String last(List<Bar> drawn) {
        double close = drawn.isEmpty() ? Double.NaN : drawn.get(drawn.size() - 1).close();
        return GAP + "last " + Figures.rounded(close);
    }

    private static Scale scale(List<Bar> drawn, int height) {
        double high = drawn.stream().mapToDouble(Bar::high).max().orElseThrow();
        double low = drawn.stream().mapToDouble(Bar::low).min().orElseThrow();
        return new Scale(low, high, height);
    }

    private static AttributedString line(List<Bar> bars, Scale scale, int row, int width) {
        StyledLine line = new StyledLine();
        for (Bar bar : bars) {
            boolean isUp = bar.close() >= bar.open();
            line.add(String.valueOf(mark(bar, scale, row)), isUp ? Paint.GOOD : Paint.DOWN);
        }
        if (scale.hasLabel(row)) {
            line.add(GAP + scale.label(row));
        }
        return StyledLine.cut(line.toLine(), width);
    }

    private static char mark(Bar bar, Scale scale, int row) {
        int bodyLow = scale.row(Math.min(bar.open(), bar.close()));
        int bodyHigh = scale.row(Math.max(bar.open(), bar.close()));
        if (row >= bodyLow && row <= bodyHigh) {
            return bar.close() >= bar.open() ? '+' : '#';
        }
        return row >= scale.row(bar.low()) && row <= scale.row(bar.high()) ? '|' : ' ';
    }

    private static String times(List<Bar> bars) {
        Bar first = bars.get(0);
        Bar last = bars.get(bars.size() - 1);
        boolean days = last.timeMs() - first.timeMs() >= DAY_MS * 2;
        String from = text(first, days);
        String to = text(last, days);
        int spaces = bars.size() - from.length() - to.length();
        return spaces > 0 ? from + " ".repeat(spaces) + to : from + " to " + to;
    }

    private static String text(Bar bar, boolean days) {
        return (days ? DATE : TIME).format(Instant.ofEpochMilli(bar.timeMs()));
    }

    /** Where a price is drawn. */
    private static final class Scale {
        private static final int DIGITS = 6;

        private final double low;
        private final double step;
        private final int rows;

        Scale(double low, double high, int rows) {
            this.low = low;
            this.rows = rows;
            step = Math.max(high - low, Math.ulp(high)) / (rows - 1);
        }

        int row(double price) {
            return (int) Math.min(rows - 1, Math.max(0, Math.round((price - low) / step)));
        }

        boolean hasLabel(int row) {
            return (rows - 1 - row) % LABEL_EVERY == 0;
        }

        /** Width of the widest label: one between the ends may have more digits than both. */
        int labelsWidth() {
            return IntStream.range(0, rows)
                    .filter(this::hasLabel)
                    .map(row -> label(row).length())
                    .max()
                    .orElse(0);
        }

        String label(int row) {
            double price = low + row * step;
            BigDecimal rounded = BigDecimal.valueOf(price).round(new MathContext(DIGITS));
            return Figures.rounded(rounded.doubleValue());
        }
    }
}
