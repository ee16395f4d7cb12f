package io.hayate.market;

import io.hayate.model.ChannelSpec;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;

/**
 * The memory of what comes on a channel: its book, its prints, its candles. Who registers a channel
 * makes it, before the channel has a number that others see, so that the strategy's thread finds it
 * ready.
 *
 * <p>Memory becomes visible with {@link MarketChannels#count}. What lies in it belongs to the thread
 * that takes the events.
 */
public final class ChannelStores {
    private final HistoryConfig config;
    private final OrderBook[] books = new OrderBook[MarketChannels.COUNT_MAX];
    private final TradeTape[] tapes = new TradeTape[MarketChannels.COUNT_MAX];
    private final CandleSeries[] series = new CandleSeries[MarketChannels.COUNT_MAX];

    public ChannelStores(HistoryConfig config) {
        this.config = config;
    }

    /** Bytes on the heap that {@link #prepare} takes for a channel, not less. */
    public static long bytes(ChannelSpec spec, HistoryConfig config) {
        return switch (spec.channel()) {
            case BOOK -> OrderBook.bytes(spec);
            case TRADES -> TradeTape.bytes(config.tradesKept());
            case CANDLES -> CandleSeries.bytes(config.candlesKept());
            default -> 0;
        };
    }

    /** Makes what a channel needs; once for each. Allocates. */
    public void prepare(MarketChannel channel) {
        int id = channel.id();
        switch (channel.kind()) {
            case BOOK -> books[id] = new OrderBook(channel);
            case TRADES -> tapes[id] = new TradeTape(channel, config.tradesKept());
            case CANDLES -> series[id] = new CandleSeries(channel, config.candlesKept());
            default -> {} // the latest is all that is kept
        }
    }

    /** The book of a channel of books; made now where nobody has. */
    OrderBook book(MarketChannel channel) {
        if (books[channel.id()] == null) {
            prepare(channel);
        }
        return books[channel.id()];
    }

    /** The prints of a channel; null when it has none to give, or is not prepared. */
    TradeTape trades(int channelId) {
        return tapes[channelId];
    }

    /** The candles of a channel; null when it has none to give, or is not prepared. */
    CandleSeries candles(int channelId) {
        return series[channelId];
    }
}
