package io.hayate.session;

import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.MarketChannel;
import java.io.IOException;

/**
 * Holds the latest of tickers, states and candles while the ring has no room for them, and publishes
 * them when it has. Loop thread; allocates nothing.
 */
final class HeldUpdates {
    private final FrameDecoder decoder;
    private final FrameTail tail;
    private final FrameStamps stamps;
    private final EventPublisher publisher;
    private final ChannelStatistics statistics;
    private final Counters counters;
    private final Event scratch = Event.allocate(); // a frame that breaks leaves what is held
    private boolean holding;

    HeldUpdates(
            FrameDecoder decoder,
            FrameTail tail,
            FrameStamps stamps,
            EventPublisher publisher,
            ChannelStatistics statistics,
            Counters counters) {
        this.decoder = decoder;
        this.tail = tail;
        this.stamps = stamps;
        this.publisher = publisher;
        this.statistics = statistics;
        this.counters = counters;
    }

    void reset() {
        holding = false;
    }

    /** Decodes the row of the frame begun, ends the frame, and holds the row. */
    void hold(Subscription subscription) throws IOException {
        MarketChannel channel = subscription.channel();
        stamps.beginRow(scratch, subscription);
        EventType type = decoder.decodeMarketRow(channel, scratch);
        tail.end();
        stamps.onDecoded(subscription);
        if (type == EventType.NONE) {
            return;
        }
        stamps.endRow(
                scratch,
                MarketFrames.healthOf(subscription, !subscription.hasSnapshot(), tail),
                type);
        if (subscription.held().put(scratch)) {
            counters.increment(Counter.TICKERS_CONFLATED);
            statistics.increment(channel.id(), Figure.CONFLATED);
        }
        holding = true;
    }

    /** Publishes what is held while there is room; returns how many. */
    int flush(Subscriptions subscriptions) {
        if (!holding) {
            return 0;
        }
        int flushed = 0;
        holding = false;
        for (int i = 0; i < subscriptions.size(); i++) {
            flushed += flush(subscriptions.get(i));
        }
        return flushed;
    }

    /** As {@link #flush(Subscriptions)}, of one channel. */
    int flush(Subscription subscription) {
        HeldRows rows = subscription.held();
        int count = rows.size();
        if (count == 0) {
            return 0;
        }
        long first = publisher.claimMarket(count);
        if (first == EventPublisher.NO_ROOM) {
            holding = true;
            return 0;
        }
        for (int i = 0; i < count; i++) {
            publisher.slot(first + i).copyFrom(rows.get(i));
        }
        publisher.publish(first, count);
        rows.clear();
        return count;
    }
}
