package io.hayate.view;

import io.hayate.event.Commands;
import io.hayate.event.NoticeSource;
import io.hayate.event.TradingHalt;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.portfolio.Portfolio;
import org.agrona.concurrent.NanoClock;

/**
 * What a view reads of an engine, and where it puts what a person asks for.
 *
 * @param instruments those registered by now are the subscribed ones, in their order
 * @param channels of market data; a view adds those that are asked for
 * @param statistics what is counted of them
 * @param notices read by one thread of one view alone
 * @param commands where requests go
 * @param halt halts trading, whatever waits among the commands
 * @param portfolio what our fills have come to
 * @param clock that stamps of events are of
 */
public record EngineLink(
        Instruments instruments,
        MarketChannels channels,
        ChannelStatistics statistics,
        NoticeSource notices,
        Commands commands,
        TradingHalt halt,
        Portfolio portfolio,
        NanoClock clock) {
    /** The same, whose notices are taken elsewhere. */
    public EngineLink heardBy(NoticeSource source) {
        return new EngineLink(
                instruments, channels, statistics, source, commands, halt, portfolio, clock);
    }
}
