package io.hayate.strategy;

import io.hayate.event.CommandType;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.event.Ticker;
import io.hayate.market.CandleSeries;
import io.hayate.market.Histories;
import io.hayate.market.KnownMarkets;
import io.hayate.market.OrderBook;
import io.hayate.market.OrderBooks;
import io.hayate.market.TradeTape;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;

/**
 * What the strategy's side knows of the market: books, prints, candles, the latest tickers and states
 * of perpetuals, and how far each channel may be trusted.
 *
 * <p>Strategy thread. Allocates nothing but for channels that the strategy itself asks for.
 */
final class MarketState {
    private final Instruments instruments;
    private final MarketChannels channels;
    private final ChannelStatistics statistics;
    private final SharedReads reads;
    private final LoopRequests loop;
    private final ChannelIndex index;
    private final LatestEvents tickers;
    private final LatestEvents statuses = new LatestEvents(0, DerivativeStatus.SIZE);
    private final Histories histories;
    private final OrderBooks books;

    /** Takes what is asked of the loop; false when there is no room. */
    @FunctionalInterface
    interface LoopRequests {
        boolean ask(CommandType type, int channelId);
    }

    MarketState(
            KnownMarkets markets,
            ChannelStatistics statistics,
            LoopRequests loop,
            OrderBooks.Listener listener) {
        instruments = markets.instruments();
        channels = markets.channels();
        reads = markets.reads();
        this.statistics = statistics;
        this.loop = loop;
        tickers = new LatestEvents(instruments.count(), Ticker.SIZE);
        histories = new Histories(markets.stores());
        books = new OrderBooks(channels, statistics, markets.stores(), listener);
        index = new ChannelIndex(channels, reads, books::register);
    }

    Instruments instruments() {
        return instruments;
    }

    LatestEvents tickers() {
        return tickers;
    }

    LatestEvents statuses() {
        return statuses;
    }

    Histories histories() {
        return histories;
    }

    OrderBooks books() {
        return books;
    }

    int channelCount() {
        return index.count();
    }

    /** The channel with this number, with room for what comes on it; null when there is none. */
    MarketChannel channel(int id) {
        return id < 0 ? null : index.get(id);
    }

    OrderBook book(int channelId) {
        return index.get(channelId) == null ? null : books.ofChannel(channelId);
    }

    OrderBook bookOf(int instrumentId) {
        MarketChannel channel = index.find(instrumentId, Channel.BOOK);
        return channel == null ? null : books.ofChannel(channel.id());
    }

    TradeTape tradesOf(int instrumentId) {
        MarketChannel channel = index.find(instrumentId, Channel.TRADES);
        return channel == null ? null : histories.trades(channel.id());
    }

    CandleSeries candlesOf(int instrumentId, String timeFrame) {
        MarketChannel channel = index.candles(instrumentId, timeFrame);
        return channel == null ? null : histories.candles(channel.id());
    }

    /** What session and keeper know against a channel now. */
    int health(int channelId) {
        long ofSession = reads.read(SharedValue.HEALTH, statistics.get(channelId, Figure.HEALTH));
        return (int) (ofSession | statistics.get(channelId, Figure.BOOK_HEALTH));
    }

    /** The first channel of an instrument, or null; {@link #after} gives the others. */
    MarketChannel firstOf(int instrumentId) {
        return index.head(instrumentId);
    }

    MarketChannel after(MarketChannel channel) {
        return index.after(channel);
    }

    boolean isWanted(int channelId) {
        return reads.read(SharedValue.WANTED, statistics.get(channelId, Figure.WANTED)) != 0;
    }

    /** When a channel was last heard, or later, a heartbeat included; 0 for never. */
    long heardNs(int channelId) {
        return reads.read(SharedValue.HEARD_NS, statistics.get(channelId, Figure.HEARD_NS));
    }

    /** True once a channel was heard. */
    boolean isHeard(int channelId) {
        return reads.read(SharedValue.HEARD, statistics.get(channelId, Figure.HEARD_NS) != 0);
    }

    /** How old the channel's frames are when they are read, in ms; negative when unknown. */
    long transitMs(int channelId) {
        return reads.read(SharedValue.TRANSIT_MS, statistics.get(channelId, Figure.LAST_AGE_MS));
    }

    /** Asks for a channel; null when it cannot be, or there is no room for it. Allocates. */
    MarketChannel subscribe(ChannelSpec spec) {
        if (!canBe(spec)) {
            return null;
        }
        reads.beforeAdding(spec.toString());
        MarketChannel channel = channels.register(spec, instruments);
        if (channel == null || (channel.instrument() == null && !spec.symbol().isEmpty())) {
            return null;
        }
        return ask(CommandType.SUBSCRIBE, channel) ? channel : null;
    }

    /** Asks the loop for something of a channel; false when there is no room. */
    boolean ask(CommandType type, MarketChannel channel) {
        return loop.ask(type, channel.id());
    }

    private static boolean canBe(ChannelSpec spec) {
        return switch (spec.channel()) {
            case ACCOUNT -> false;
            case BOOK ->
                    spec.precision() != null && ChannelSpec.BOOK_LENGTHS.contains(spec.length());
            case CANDLES -> ChannelSpec.TIME_FRAMES.contains(spec.timeFrame());
            case TICKER, TRADES, STATUS -> true;
        };
    }

    boolean unsubscribe(MarketChannel channel) {
        return ask(CommandType.UNSUBSCRIBE, channel);
    }
}
