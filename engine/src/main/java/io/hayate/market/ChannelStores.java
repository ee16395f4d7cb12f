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
    private final long bytesMax;
    private long bytes;
    private final OrderBook[] books = new OrderBook[MarketChannels.COUNT_MAX];
    private final TradeTape[] tapes = new TradeTape[MarketChannels.COUNT_MAX];
    private final CandleSeries[] series = new CandleSeries[MarketChannels.COUNT_MAX];

    /** Stores without a bound but that on the number of channels. */
    public ChannelStores(HistoryConfig config) {
        this(config, Long.MAX_VALUE);
    }

    /**
     * Stores of channels that are still to come.
     *
     * @param bytesMax what all of them may take
     */
    public ChannelStores(HistoryConfig config, long bytesMax) {
        this.bytesMax = bytesMax;
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

    /** Makes what a channel needs, once for each; false when that is more than is left. Allocates. */
    public boolean prepare(MarketChannel channel) {
        long need = bytes(channel.spec(), config);
        if (need > bytesMax - bytes) {
            return false;
        }
        bytes += need;
        int id = channel.id();
        switch (channel.kind()) {
            case BOOK -> books[id] = new OrderBook(channel);
            case TRADES -> tapes[id] = new TradeTape(channel, config.tradesKept());
            case CANDLES -> series[id] = new CandleSeries(channel, config.candlesKept());
            default -> {} // the latest is all that is kept
        }
        return true;
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
