package io.hayate.market;

import io.hayate.event.Candle;
import io.hayate.event.Trade;

/**
 * The prints and candles of every channel that has any, by the channel's number.
 *
 * <p>Belongs to the thread that takes the events. Allocates nothing.
 */
public final class Histories {
    private final ChannelStores stores;

    public Histories(ChannelStores stores) {
        this.stores = stores;
    }

    /** The prints of a channel; null when it has none to give, or is not prepared. */
    public TradeTape trades(int channelId) {
        return channelId < 0 ? null : stores.trades(channelId);
    }

    /** The candles of a channel; null when it has none to give, or is not prepared. */
    public CandleSeries candles(int channelId) {
        return channelId < 0 ? null : stores.candles(channelId);
    }

    /** Takes a print; true when it is one that was not known before. */
    public boolean onTrade(Trade trade) {
        return stores.trades(trade.channelId()).add(trade);
    }

    /** Takes a candle; false when it is too old to be kept. */
    public boolean onCandle(Candle candle) {
        return stores.candles(candle.channelId()).add(candle);
    }
}
