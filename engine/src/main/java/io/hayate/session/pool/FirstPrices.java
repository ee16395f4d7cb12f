package io.hayate.session.pool;

import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Channel;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;

/** Knows which instruments' prices have not come yet since they were asked for. Loop thread. */
final class FirstPrices {
    private final MarketChannels channels;
    private final ChannelStatistics statistics;
    private final SharedReads reads;

    /**
     * Knows the first prices of these channels.
     *
     * @param reads by which the loop reads what other loops have heard
     */
    FirstPrices(MarketChannels channels, ChannelStatistics statistics, SharedReads reads) {
        this.reads = reads;
        this.channels = channels;
        this.statistics = statistics;
    }

    /** True while a ticker or a book of the instrument is wanted and has not told anything yet. */
    boolean areAwaited(int instrumentId) {
        return reads.read(SharedValue.FIRST_PRICE, isOneAwaited(instrumentId));
    }

    private boolean isOneAwaited(int instrumentId) {
        for (int id = 0; id < channels.count(); id++) {
            MarketChannel channel = channels.get(id);
            if (channel.instrumentId() == instrumentId && isAwaited(channel)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAwaited(MarketChannel channel) {
        boolean isPrice = channel.kind() == Channel.TICKER || channel.kind() == Channel.BOOK;
        return isPrice
                && statistics.get(channel.id(), Figure.WANTED) != 0
                && statistics.get(channel.id(), Figure.HEARD_NS) == 0;
    }
}
