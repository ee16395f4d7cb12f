package io.hayate.strategy;

import io.hayate.event.BookView;
import io.hayate.event.Candle;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.Trade;
import io.hayate.market.CandleSeries;
import io.hayate.market.LevelVisitor;
import io.hayate.market.OrderBook;
import io.hayate.market.TradeTape;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;

/**
 * Shows a person what is kept of a channel: the top of its book in one answer, or its latest prints or
 * candles in one answer each, the oldest first, marked first and last.
 *
 * <p>Strategy thread. Allocates nothing once the channel is known.
 */
final class MarketAnswers {
    private static final int TRADES_MAX = 20;
    private static final int CANDLES = 60;
    private static final int CANDLES_MAX = 240;
    private static final int LEVELS = 25;

    private final MarketState market;
    private final Answers answers;
    private final Event event = Event.allocate();
    private final BookView view = new BookView();
    private final Trade trade = new Trade();
    private final Candle candle = new Candle();
    private final LevelVisitor addLevel = this::addLevel;
    private Side filled;
    private double total;
    private int end;

    MarketAnswers(MarketState market, Answers answers) {
        this.market = market;
        this.answers = answers;
    }

    private void begin(MarketChannel channel, EventType type) {
        event.begin(channel.instrumentId(), 0).channelId(channel.id());
        event.health(market.health(channel.id())).type(type);
    }

    /**
     * Shows the top of a book, in parts that have room for some levels each.
     *
     * @param levels of each side that are wanted; 0 for what most books have
     */
    void showBook(int channelId, double levels) {
        OrderBook book = market.book(channelId);
        if (book == null) {
            answers.say("no book of it");
            return;
        }
        int wanted = levels >= 1 ? (int) Math.min(levels, BookView.LEVELS_TOLD_MAX) : LEVELS;
        int told = Math.min(wanted, Math.max(book.levels(Side.BUY), book.levels(Side.SELL)));
        begin(book.channel(), EventType.BOOK_VIEW);
        event.health(event.health() | book.health());
        int from = 0;
        do {
            end = Math.min(told, from + BookView.LEVELS_MAX);
            event.place(from == 0, end == told);
            tellPart(book, from);
            from = end;
        } while (from < told);
    }

    private void tellPart(OrderBook book, int from) {
        view.wrap(event).clear().from(from);
        view.changeTimeNs(book.receiveTimeNs()).isCrossed(book.isCrossed());
        fill(Side.BUY, book);
        fill(Side.SELL, book);
        answers.give(event);
    }

    private void fill(Side side, OrderBook book) {
        filled = side;
        total = 0;
        book.forEachLevel(side, addLevel);
        view.levels(side, book.levels(side)).total(side, total);
    }

    private boolean addLevel(int level, double price, double amount, int count) {
        if (level >= view.from() && level < end) {
            view.add(filled, price, amount);
        }
        total += amount;
        return true;
    }

    /** Shows what there is of a channel of any kind; nothing where nothing is yet. */
    void show(int channelId, double count) {
        MarketChannel channel = market.channel(channelId);
        if (channel == null) {
            return;
        }
        switch (channel.kind()) {
            case TICKER -> {
                Event ticker = market.tickers().event(channel.instrumentId());
                if (ticker != null) {
                    answers.give(ticker);
                }
            }
            case TRADES -> showTrades(channelId);
            case BOOK -> showBook(channelId, count);
            case CANDLES -> showCandles(channelId, count);
            default -> {} // nothing is kept to be shown
        }
    }

    void showTrades(int channelId) {
        MarketChannel channel = market.channel(channelId);
        TradeTape tape = channel == null ? null : market.histories().trades(channelId);
        if (tape == null || tape.size() == 0) {
            answers.say("no trades of it yet");
            return;
        }
        int count = Math.min(TRADES_MAX, tape.size());
        begin(channel, EventType.TRADE);
        for (int back = count - 1; back >= 0; back--) {
            event.place(back == count - 1, back == 0);
            trade.wrap(event).id(tape.id(back)).timeMs(tape.timeMs(back)).side(tape.side(back));
            trade.price(tape.price(back)).amount(tape.amount(back));
            trade.period(tape.period(back)).isUpdate(false);
            answers.give(event);
        }
    }

    /**
     * Shows the latest candles.
     *
     * @param candles how many are wanted; 0 for some
     */
    void showCandles(int channelId, double candles) {
        MarketChannel channel = market.channel(channelId);
        CandleSeries series = channel == null ? null : market.histories().candles(channelId);
        if (series == null || series.size() == 0) {
            answers.say("no candles of it yet");
            return;
        }
        int wanted = candles >= 1 ? (int) Math.min(candles, CANDLES_MAX) : CANDLES;
        int count = Math.min(wanted, series.size());
        begin(channel, EventType.CANDLE);
        for (int back = count - 1; back >= 0; back--) {
            event.place(back == count - 1, back == 0);
            candle.wrap(event).timeMs(series.timeMs(back)).volume(series.volume(back));
            candle.open(series.open(back)).close(series.close(back));
            candle.high(series.high(back)).low(series.low(back));
            answers.give(event);
        }
    }
}
