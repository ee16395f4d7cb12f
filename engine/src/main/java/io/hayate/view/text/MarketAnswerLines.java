package io.hayate.view.text;

import io.hayate.event.BookView;
import io.hayate.event.Event;
import io.hayate.event.Trade;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.util.List;
import java.util.function.Consumer;
import org.jline.utils.AttributedString;

/** Makes lines of answers about channels, but for what the panel shows. View thread. */
public final class MarketAnswerLines {
    private static final int WIDTH = 79;
    private static final int CHART_LINES = 20;
    private static final int BOOK_LINES = BookView.LEVELS_TOLD_MAX + Ladder.LINES_AROUND;

    private final MarketChannels channels;
    private final Panel panel;
    private final FeedMarks marks;
    private final Consumer<AttributedString> printer;
    private final BookTop book = new BookTop();
    private final Trade trade = new Trade();

    public MarketAnswerLines(
            MarketChannels channels, TickerBoard board, Consumer<AttributedString> printer) {
        this.channels = channels;
        this.panel = board.panel();
        this.marks = board.marks();
        this.printer = printer;
    }

    public void put(Event event, long nowNs) {
        MarketChannel channel = channels.get(event.channelId());
        if (channel == null) {
            return;
        }
        switch (event.type()) {
            case TRADE -> onTrade(channel, event, nowNs);
            case BOOK_VIEW -> onBook(channel, event, nowNs);
            case CANDLE -> onCandle(channel, event, nowNs);
            default -> {} // no answers
        }
    }

    private void onTrade(MarketChannel channel, Event event, long nowNs) {
        if (event.isFirst()) {
            FeedMark mark = marks.of(channel.id(), nowNs);
            StyledLine line = new StyledLine().add(channel.displayName(), Paint.TITLE).add("  ");
            line.add(mark.text(), mark.style()).add(", the latest last, times in UTC:");
            printer.accept(line.toLine());
        }
        printer.accept(TradeLine.of(trade.wrap(event)));
    }

    private void onBook(MarketChannel channel, Event event, long nowNs) {
        if (panel.canStay()) {
            panel.putBook(event); // or it is late: the panel shows another by now
            return;
        }
        if (book.put(event)) {
            String words = marks.words(channel.id(), book.health());
            String name = channel.displayName();
            Ladder.lines(name, book, words, WIDTH, BOOK_LINES, nowNs).forEach(printer);
        }
    }

    private void onCandle(MarketChannel channel, Event event, long nowNs) {
        if (panel.canStay()) {
            panel.putCandle(event);
            return;
        }
        List<CandleChart.Bar> bars = panel.collect(event);
        if (event.isLast()) {
            FeedMark mark = marks.of(channel.id(), nowNs);
            String name = channel.displayName();
            CandleChart.lines(name, mark, bars, WIDTH, CHART_LINES).forEach(printer);
        }
    }
}
