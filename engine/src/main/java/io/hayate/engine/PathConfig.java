package io.hayate.engine;

import io.hayate.codec.DecoderConfig;
import io.hayate.intake.MarketConfig;
import io.hayate.market.HistoryConfig;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.session.SessionConfig;
import io.hayate.strategy.StrategyConfig;
import java.util.List;
import java.util.Map;

/**
 * What a {@link TradingPath} is told.
 *
 * @param channels all that is subscribed from the start, tickers first, each once
 * @param market how channels are heard
 * @param history how much of the past is kept of them
 * @param loop of which the path uses the ring's size, the tick and the topology
 */
public record PathConfig(
        List<ChannelSpec> channels,
        SessionConfig session,
        MarketConfig market,
        HistoryConfig history,
        DecoderConfig decoder,
        LoopConfig loop,
        OrderConfig orders,
        StrategyConfig strategy) {
    public PathConfig {
        channels = List.copyOf(channels);
    }

    /** The same with the topology that was chosen. */
    public PathConfig with(Topology topology) {
        return new PathConfig(
                channels, session, market, history, decoder, loop.with(topology), orders, strategy);
    }

    /** The same with one loop. */
    public PathConfig alone() {
        return new PathConfig(
                channels, session, market, history, decoder, loop.alone(), orders, strategy);
    }

    /** The same with the number that each of several strategies is given by its name. */
    PathConfig numbered(Map<String, Integer> numbers) {
        StrategyConfig numbered = strategy.numbered(numbers);
        return new PathConfig(channels, session, market, history, decoder, loop, orders, numbered);
    }

    /** The symbols of the tickers, in the order of the channels. */
    public List<String> tickers() {
        return channels.stream()
                .filter(spec -> spec.channel() == Channel.TICKER)
                .map(ChannelSpec::symbol)
                .toList();
    }
}
