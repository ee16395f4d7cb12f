package io.hayate.view.web;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.model.Channel;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;

/**
 * What browsers are told. Prices, orders and words come four times a second, all figures once; nothing is
 * asked of the engine while nobody listens. Thread {@code web}.
 */
final class LiveFeed {
    static final long PERIOD_MS = 250;
    static final long SAMPLE_MS = 1_000;

    private static final int STATE_EVERY = 4;
    private static final int TICKERS_MAX = 64;
    private static final int LEVELS = 20;
    private static final int BARS = 120;

    private final MarketChannels channels;
    private final Commands commands;
    private final LiveMarket market;
    private final LiveOrders orders;
    private final LiveLog log;
    private final LiveRun run;
    private int turns;
    private long ordersTold;
    private long logTold;
    private int firstTicker; // of more tickers than are asked for at once
    private volatile int shownBook = -1;
    private volatile int shownCandles = -1;

    LiveFeed(
            MarketChannels channels,
            Commands commands,
            LiveMarket market,
            LiveOrders orders,
            LiveLog log,
            LiveRun run) {
        this.channels = channels;
        this.commands = commands;
        this.market = market;
        this.orders = orders;
        this.log = log;
        this.run = run;
    }

    /** Shows the book, or the candles, of this channel from now on; false for any other channel. */
    boolean show(int id) {
        MarketChannel channel = id < 0 || id >= channels.count() ? null : channels.get(id);
        if (channel != null && channel.kind() == Channel.BOOK) {
            shownBook = id;
            return true;
        }
        if (channel != null && channel.kind() == Channel.CANDLES) {
            shownCandles = id;
            return true;
        }
        return false;
    }

    /** Notes how the run stands, for who will listen. */
    void sample() {
        run.sample();
    }

    /** What is to be told in this turn; empty for nothing. */
    String turn() {
        ask();
        boolean isWhole = turns++ % STATE_EVERY == 0;
        long ordersNow = orders.changes();
        boolean areOrdersNew = ordersNow != ordersTold;
        ordersTold = ordersNow;
        long logFrom = logTold;
        logTold = log.last();
        return event(isWhole, areOrdersNew, logFrom, false);
    }

    /** All there is, for one who begins to listen. */
    String first() {
        ask();
        return event(true, true, 0, true);
    }

    private String event(boolean isWhole, boolean hasOrders, long logFrom, boolean hasCurves) {
        String text =
                LiveJson.text(
                        json -> {
                            market.writePrices(json);
                            market.writeBook(shownBook, json);
                            if (isWhole) {
                                market.writeCandles(shownCandles, json);
                                run.write(json);
                            }
                            if (hasCurves) {
                                run.writeCurves(json);
                            }
                            if (hasOrders) {
                                orders.write(json);
                            }
                            log.write(logFrom, json);
                        });
        return "data: " + text + "\n\n"; // JSON on one line
    }

    /** The answers come as notices, within the next turn as a rule. */
    private void ask() {
        int count = channels.count();
        int asked = 0;
        for (int i = 0; i < count && asked < TICKERS_MAX; i++) {
            MarketChannel channel = channels.get((firstTicker + i) % count);
            if (channel.kind() == Channel.TICKER) {
                asked++;
                look(channel.id(), 0);
            }
            if (asked == TICKERS_MAX) {
                firstTicker = (channel.id() + 1) % count;
            }
        }
        shownBook = shownBook < 0 ? first(Channel.BOOK) : shownBook;
        shownCandles = shownCandles < 0 ? first(Channel.CANDLES) : shownCandles;
        look(shownBook, LEVELS);
        if (turns % STATE_EVERY == 0) {
            look(shownCandles, BARS);
        }
    }

    private int first(Channel kind) {
        for (int id = 0; id < channels.count(); id++) {
            if (channels.get(id).kind() == kind) {
                return id;
            }
        }
        return -1;
    }

    private void look(int id, int count) {
        if (id >= 0) {
            boolean unused = commands.offer(CommandType.LOOK, id, count); // it is asked again soon
        }
    }
}
