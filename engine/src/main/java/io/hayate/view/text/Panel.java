package io.hayate.view.text;

import io.hayate.event.BookView;
import io.hayate.event.Candle;
import io.hayate.event.CommandType;
import io.hayate.event.Event;
import io.hayate.model.MarketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jline.utils.AttributedString;

/**
 * A book or candles that stand in the rewritten part of the screen in place of the tickers, and are
 * asked for anew while they do. The view's thread, but for {@link #show} and {@link #hide}.
 */
public final class Panel {
    private static final long BOOK_PERIOD_NS = 250_000_000;
    private static final int BARS_MAX = 240;

    private final Asker asker;
    private final boolean canStay;
    private BookTop coming = new BookTop();
    private BookTop book = new BookTop();
    private final Candle candle = new Candle();
    private final List<CandleChart.Bar> bars = new ArrayList<>();
    private volatile Shown wanted;
    private Shown shown;
    private List<CandleChart.Bar> chart = List.of();
    private boolean hasBook;
    private boolean isChanged;
    private String none = "";
    private long askedNs;
    private int columns;
    private int rows;
    private double askedFor;

    /** Where it asks for what it shows; false when the question found no room. */
    @FunctionalInterface
    public interface Asker {
        boolean offer(CommandType type, int channelId, double amount);
    }

    private record Shown(CommandType view, MarketChannel channel) {}

    /**
     * A panel that shows nothing.
     *
     * @param canStay false where nothing can be rewritten: what is asked for is printed once
     */
    public Panel(boolean canStay, Asker asker) {
        this.canStay = canStay;
        this.asker = asker;
    }

    /** A panel for a screen that has none. */
    public static Panel none() {
        return new Panel(false, (type, id, amount) -> false);
    }

    boolean canStay() {
        return canStay;
    }

    /** Shows a channel from now on; false when it cannot stay. Any thread. */
    public boolean show(CommandType what, MarketChannel channel) {
        if (canStay) {
            wanted = new Shown(what, channel);
        }
        return canStay;
    }

    /** Makes room for the tickers. Any thread. */
    public void hide() {
        wanted = null;
    }

    /** Asks for what is due. */
    public void ask(long nowNs) {
        Shown next = wanted;
        if (!Objects.equals(next, shown)) {
            shown = next;
            isChanged = true;
            hasBook = false;
            chart = List.of();
            none = "";
            askedFor = Double.MAX_VALUE;
            askedNs = nowNs - Pace.PERIOD_NS;
        }
        if (shown == null) {
            return;
        }
        long periodNs = shown.view == CommandType.BOOK_VIEW ? BOOK_PERIOD_NS : Pace.PERIOD_NS;
        double wanted = shown.view == CommandType.BOOK_VIEW ? rows : columns;
        boolean isDue = nowNs - askedNs >= periodNs || wanted > askedFor;
        if (isDue && wanted > 0) { // the size of the screen is known
            askedNs = nowNs;
            askedFor = wanted;
            asker.offer(shown.view, shown.channel.id(), wanted);
        }
    }

    /** Tells how much can be shown, so that no more is asked for, and no less. */
    public void room(int width, int lines) {
        columns = Math.max(0, Math.min(width, BARS_MAX));
        rows = Math.max(0, Math.min(lines - Ladder.LINES_AROUND, BookView.LEVELS_TOLD_MAX));
    }

    public boolean isShown() {
        return shown != null;
    }

    /** True when there is something else to draw since this was last asked. */
    public boolean takeChanged() {
        boolean changed = isChanged;
        isChanged = false;
        return changed;
    }

    private boolean isOf(CommandType what, Event event) {
        return shown != null && shown.view == what && shown.channel.id() == event.channelId();
    }

    /** Takes the view of a book, if it is what is shown. */
    void putBook(Event event) {
        if (!isOf(CommandType.BOOK_VIEW, event)) {
            return;
        }
        if (coming.put(event)) {
            BookTop before = book;
            book = coming;
            coming = before;
            hasBook = true;
            isChanged = true;
        }
    }

    /** Takes a candle, if it is of what is shown. */
    void putCandle(Event event) {
        if (!isOf(CommandType.CANDLES_VIEW, event)) {
            return;
        }
        collect(event);
        if (event.isLast()) {
            chart = List.copyOf(bars);
            isChanged = true;
        }
    }

    /** Adds a candle to those of its answer, which it returns. */
    List<CandleChart.Bar> collect(Event event) {
        if (event.isFirst()) {
            bars.clear();
        }
        if (bars.size() < BARS_MAX) {
            bars.add(bar(candle.wrap(event)));
        }
        return bars;
    }

    private static CandleChart.Bar bar(Candle from) {
        return new CandleChart.Bar(
                from.timeMs(), from.open(), from.close(), from.high(), from.low(), from.volume());
    }

    /** Takes an answer that there is nothing to show yet; false for any other answer. */
    public boolean putText(String text) {
        if (shown == null || !text.startsWith("no ") || !text.contains(" of it")) {
            return false;
        }
        isChanged |= !text.equals(none);
        none = text;
        return true;
    }

    /** What to draw now; only while it is shown. */
    public List<AttributedString> lines(FeedMarks marks, int width, int linesMax, long nowNs) {
        String name = shown.channel.displayName();
        int channel = shown.channel.id();
        if (linesMax < 1) {
            return List.of();
        }
        if (hasBook) {
            String words = marks.words(channel, book.health());
            return Ladder.lines(name, book, words, width, linesMax, nowNs);
        }
        if (!chart.isEmpty()) {
            return CandleChart.lines(name, marks.of(channel, nowNs), chart, width, linesMax);
        }
        boolean hasRoom = shown.view != CommandType.BOOK_VIEW || rows > 0;
        String why = hasRoom ? none : "the screen is too low";
        String rest = why.isEmpty() ? "" : "  " + why;
        return List.of(StyledLine.cut(StyledLine.of(name + rest), width));
    }
}
