package io.hayate.intake;

import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.MarketChannel;
import java.io.IOException;

/**
 * Holds the latest of tickers, states and candles while the ring has no room for them, and publishes
 * them when it has. Loop thread; allocates nothing.
 */
final class HeldUpdates {
    private final FrameDecoder decoder;
    private final InboundFrame frame;
    private final EventPublisher publisher;
    private final Event scratch = Event.allocate(); // a frame that breaks leaves what is held
    private boolean holding;

    HeldUpdates(InboundFrame frame, EventPublisher publisher) {
        decoder = frame.decoder();
        this.frame = frame;
        this.publisher = publisher;
    }

    void reset() {
        holding = false;
    }

    /** Decodes the row of the frame begun, ends the frame, and holds the row. */
    void hold(Subscription subscription) throws IOException {
        MarketChannel channel = subscription.channel();
        frame.beginRow(scratch, subscription);
        EventType type = decoder.decodeMarketRow(channel, scratch);
        frame.end();
        frame.onDecoded(subscription);
        if (type == EventType.NONE) {
            return;
        }
        frame.endRow(scratch, frame.healthOf(subscription, !subscription.hasSnapshot()), type);
        if (subscription.held().put(scratch)) {
            frame.count(Counter.TICKERS_CONFLATED, 1);
            frame.count(subscription, Figure.CONFLATED, 1);
        }
        holding = true;
    }

    /** Publishes what is held unless the ring is short; returns how many. */
    int flush(Subscriptions subscriptions) {
        if (!holding || publisher.isShortForMarket()) {
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
