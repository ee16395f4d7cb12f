package io.hayate.view.text;

import io.hayate.event.Event;
import io.hayate.market.ChannelHealth;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;

/**
 * What is known now of the channel that data came on, whatever was known when it came. Any thread.
 */
public final class FeedMarks {
    private static final long NS_PER_MS = 1_000_000;

    private final ChannelStatistics statistics;

    public FeedMarks(ChannelStatistics statistics) {
        this.statistics = statistics;
    }

    /** The mark of an event of market data. */
    public FeedMark of(Event event, long nowNs) {
        int channel = event.channelId();
        boolean isKnown = channel != MarketChannel.NONE;
        long lateMs = isKnown ? Math.max(0, statistics.get(channel, Figure.LAST_AGE_MS)) : 0;
        long ageNs = Math.max(0, nowNs - event.receiveTimeNs()) + lateMs * NS_PER_MS;
        return new FeedMark(isKnown ? words(channel, 0) : Health.text(event.health()), ageNs);
    }

    /** The mark of all that came on a channel. */
    FeedMark of(int channel, long nowNs) {
        long dataNs = statistics.get(channel, Figure.LAST_DATA_NS);
        return new FeedMark(words(channel, 0), dataNs == 0 ? 0 : Math.max(0, nowNs - dataNs));
    }

    /**
     * What is known against a channel now.
     *
     * @param health words that its keeper added
     */
    String words(int channel, int health) {
        int words = ChannelHealth.of(statistics, channel);
        if ((words & Health.OFF) != 0) {
            return ChannelHealth.text(statistics, channel);
        }
        boolean isLost = statistics.get(channel, Figure.CONNECTION) == 0 && words != Health.LIVE;
        return isLost ? FeedMark.DISCONNECTED : Health.text(words | health);
    }
}
