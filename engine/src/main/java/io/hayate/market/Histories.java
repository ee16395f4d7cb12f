package io.hayate.market;

import io.hayate.event.Candle;
import io.hayate.event.Trade;
import io.hayate.model.Channel;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;

/**
 * The prints and candles of every channel that has any, by the channel's number.
 *
 * <p>Belongs to the thread that takes the events. Allocates when a channel is prepared.
 */
public final class Histories {
    private final HistoryConfig config;
    private final TradeTape[] tapes = new TradeTape[MarketChannels.COUNT_MAX];
    private final CandleSeries[] series = new CandleSeries[MarketChannels.COUNT_MAX];

    public Histories(HistoryConfig config) {
        this.config = config;
    }

    /** Makes room for what will come on a channel; once for each, before its first event. */
    public void prepare(MarketChannel channel) {
        if (channel.kind() == Channel.TRADES) {
            tapes[channel.id()] = new TradeTape(channel, config.tradesKept());
        } else if (channel.kind() == Channel.CANDLES) {
            series[channel.id()] = new CandleSeries(channel, config.candlesKept());
        }
    }

    /** The prints of a channel; null when it has none to give, or is not prepared. */
    public TradeTape trades(int channelId) {
        return channelId < 0 ? null : tapes[channelId];
    }

    /** The candles of a channel; null when it has none to give, or is not prepared. */
    public CandleSeries candles(int channelId) {
        return channelId < 0 ? null : series[channelId];
    }

    /** Takes a print; true when it is one that was not known before. */
    public boolean onTrade(Trade trade) {
        return tapes[trade.channelId()].add(trade);
    }

    /** Takes a candle; false when it is too old to be kept. */
    public boolean onCandle(Candle candle) {
        return series[candle.channelId()].add(candle);
    }
}
