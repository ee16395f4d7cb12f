package io.hayate.session;

import io.hayate.intake.MarketConfig;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import java.util.List;

/**
 * What market data sessions hear.
 *
 * @param channels what is subscribed from the start, in the order in which it fills connections
 * @param markets every channel of market data by number; those above come to be in it
 * @param statistics figures by those numbers
 * @param config how channels are heard
 */
public record MarketScope(
        Instruments instruments,
        List<ChannelSpec> channels,
        MarketChannels markets,
        ChannelStatistics statistics,
        MarketConfig config) {}
