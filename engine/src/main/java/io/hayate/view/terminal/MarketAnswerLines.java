package io.hayate.view.terminal;

import io.hayate.event.BookView;
import io.hayate.event.Event;
import io.hayate.event.Trade;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.util.List;
import java.util.function.Consumer;

/** Makes lines of answers about channels, but for what the panel shows. View thread. */
final class MarketAnswerLines {
    private static final int WIDTH = 79;
    private static final int LINES_MAX = 20;

    private final MarketChannels channels;
    private final Panel panel;
    private final Consumer<String> printer;
    private final BookView book = new BookView();
    private final Trade trade = new Trade();

    MarketAnswerLines(MarketChannels channels, Panel panel, Consumer<String> printer) {
        this.channels = channels;
        this.panel = panel;
        this.printer = printer;
    }

    void put(Event event, long nowNs) {
        MarketChannel channel = channels.get(event.channelId());
        if (channel == null) {
            return;
        }
        switch (event.type()) {
            case TRADE -> onTrade(channel, event);
            case BOOK_VIEW -> onBook(channel, event, nowNs);
            case CANDLE -> onCandle(channel, event);
            default -> {} // no answers
        }
    }

    private void onTrade(MarketChannel channel, Event event) {
        if (event.isFirst()) {
            printer.accept(channel.displayName() + ", the latest last, times in UTC:");
        }
        printer.accept(TradeLine.of(trade.wrap(event)));
    }

    private void onBook(MarketChannel channel, Event event, long nowNs) {
        if (panel.canStay()) {
            panel.putBook(event); // or it is late: the panel shows another by now
            return;
        }
        book.wrap(event);
        Ladder.lines(channel.displayName(), book, WIDTH, LINES_MAX, nowNs).forEach(printer);
    }

    private void onCandle(MarketChannel channel, Event event) {
        if (panel.canStay()) {
            panel.putCandle(event);
            return;
        }
        List<CandleChart.Bar> bars = panel.collect(event);
        if (event.isLast()) {
            CandleChart.lines(channel.displayName(), bars, WIDTH, LINES_MAX).forEach(printer);
        }
    }
}
