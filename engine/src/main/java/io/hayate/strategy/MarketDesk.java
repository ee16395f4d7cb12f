package io.hayate.strategy;

import io.hayate.event.Candle;
import io.hayate.event.ChannelStatus;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.Liquidation;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.market.OrderBook;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import org.agrona.concurrent.NanoClock;

/**
 * Takes market data, keeps what is kept of it, and tells the strategy.
 *
 * <p>Strategy thread. Allocates when a channel is first seen, nothing after.
 */
final class MarketDesk {
    private final Instruments instruments;
    private final LatestEvents tickers;
    private final HealthNews news;
    private final TickToTrade tickToTrade;
    private final MarketState market;
    private final DataInHand data;
    private final StrategyGroup strategy;
    private final NanoClock clock;

    private final Ticker ticker = new Ticker();
    private final Trade trade = new Trade();
    private final Candle candle = new Candle();
    private final DerivativeStatus derivative = new DerivativeStatus();
    private final Liquidation liquidation = new Liquidation();
    private final ChannelStatus status = new ChannelStatus();

    // of the last row of each book: a burst is as old as that
    private final long[] stampsNs = new long[2 * MarketChannels.COUNT_MAX]; // looked, decoded

    MarketDesk(
            MarketState market,
            HealthNews news,
            TickToTrade tickToTrade,
            DataInHand data,
            StrategyGroup strategy,
            NanoClock clock) {
        this.clock = clock;
        this.instruments = market.instruments();
        this.tickers = market.tickers();
        this.news = news;
        this.tickToTrade = tickToTrade;
        this.market = market;
        this.data = data;
        this.strategy = strategy;
    }

    void onTicker(Event event) {
        tickers.onEvent(event);
        begin(event);
        strategy.onTicker(instruments.get(event.instrumentId()), ticker.wrap(event));
        tickToTrade.onDone();
    }

    private void begin(Event event) {
        begin(event.lookedTimeNs(), event.receiveTimeNs(), event.decodedTimeNs());
    }

    private void begin(long lookedNs, long receivedNs, long decodedNs) {
        tickToTrade.onReceived(lookedNs, receivedNs);
        if (tickToTrade.stamps().areOfRows()) {
            tickToTrade.onHandled(decodedNs, clock.nanoTime());
        }
    }

    /**
     * Takes what came on a channel. What cannot be told is passed by: of a channel that is not known, or
     * whose symbol was beyond the bound on instruments.
     */
    void onChannelEvent(Event event) {
        MarketChannel channel = market.channel(event.channelId());
        if (channel == null || (channel.instrument() == null && isOfOneInstrument(event.type()))) {
            return;
        }
        switch (event.type()) {
            case TRADE -> onTrade(channel, event);
            case CANDLE -> onCandle(channel, event);
            case BOOK_ENTRY, BOOK_CHECKSUM, BOOK_BURST_END -> onBookEvent(channel.id(), event);
            case DERIVATIVE_STATUS -> onDerivativeStatus(channel, event);
            case LIQUIDATION -> onLiquidation(event);
            case CHANNEL_STATUS -> onChannelStatus(channel, event);
            default -> throw new IllegalStateException("no event of a channel: " + event.type());
        }
    }

    private static boolean isOfOneInstrument(EventType type) {
        return type != EventType.LIQUIDATION && type != EventType.CHANNEL_STATUS;
    }

    private void onTrade(MarketChannel channel, Event event) {
        boolean isNew = market.histories().onTrade(trade.wrap(event));
        if (isNew && !event.isSnapshot()) {
            begin(event);
            strategy.onTrade(channel.instrument(), trade);
            tickToTrade.onDone();
        }
    }

    private void onCandle(MarketChannel channel, Event event) {
        market.histories().onCandle(candle.wrap(event));
        if (!event.isSnapshot()) {
            strategy.onCandle(channel, candle);
        }
    }

    private void onBookEvent(int channelId, Event event) {
        if (event.type() == EventType.BOOK_ENTRY) {
            stampsNs[2 * channelId] = event.lookedTimeNs();
            stampsNs[2 * channelId + 1] = event.decodedTimeNs();
        }
        market.books().onEvent(event);
    }

    /** Tells the strategy of a book that is whole; called by its keeper. */
    void onBook(OrderBook book) {
        int id = book.channel().id();
        data.take(id, book.receiveTimeNs(), stampsNs[2 * id], book.health());
        begin(stampsNs[2 * id], book.receiveTimeNs(), stampsNs[2 * id + 1]);
        strategy.onBook(book);
        tickToTrade.onDone();
    }

    /** Takes what its keeper has found against a book. */
    void onFound(OrderBook book, int words) {
        news.onFound(book, words);
    }

    private void onDerivativeStatus(MarketChannel channel, Event event) {
        market.statuses().onEvent(event);
        strategy.onDerivativeStatus(channel.instrument(), derivative.wrap(event));
    }

    private void onLiquidation(Event event) {
        Instrument instrument = instruments.get(event.instrumentId());
        if (instrument != null) { // else it is beyond the bound on instruments
            strategy.onLiquidation(instrument, liquidation.wrap(event));
        }
    }

    private void onChannelStatus(MarketChannel channel, Event event) {
        market.books().onEvent(event);
        news.onChannelStatus(event);
        strategy.onChannelStatus(channel, status.wrap(event));
    }
}
