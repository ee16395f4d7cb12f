package io.hayate.session;

import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import org.agrona.concurrent.NanoClock;

/**
 * Writes into the header of events, and into the statistics, when their frame was sent, read and
 * decoded, and where it stands in the venue's numbers. Loop thread; allocates nothing.
 */
final class FrameStamps {
    private static final long NS_PER_MS = 1_000_000;
    private static final long UNKNOWN_AGE = -1;

    private final FrameDecoder decoder;
    private final ChannelStatistics statistics;
    private final NanoClock clock;

    private long lookedTimeNs;
    private long receiveTimeNs;
    private long decodedTimeNs;
    private long venueMsOfZeroNs;
    private boolean knowsVenueClock;

    FrameStamps(FrameDecoder decoder, ChannelStatistics statistics, NanoClock clock) {
        this.decoder = decoder;
        this.statistics = statistics;
        this.clock = clock;
    }

    /** Takes when the socket had been looked at before the frames that come now were read. */
    void lookedTimeNs(long timeNs) {
        lookedTimeNs = timeNs;
    }

    /** Takes what the venue's clock shows at a time of ours; NaN while unknown. */
    void venueTime(long nowNs, double venueMs) {
        knowsVenueClock = !Double.isNaN(venueMs);
        venueMsOfZeroNs = Math.round(venueMs) - nowNs / NS_PER_MS;
    }

    /** A frame was read. */
    void begin(long timeNs) {
        receiveTimeNs = timeNs;
    }

    long receiveTimeNs() {
        return receiveTimeNs;
    }

    /** Data of a channel is decoded, and the frame ended. */
    void onDecoded(Subscription subscription) {
        decodedTimeNs = clock.nanoTime();
        int id = subscription.channel().id();
        statistics.set(id, Figure.LAST_DATA_NS, receiveTimeNs);
        statistics.set(id, Figure.LAST_SEQUENCE, Math.max(decoder.venueSequence(), 0));
        statistics.set(id, Figure.LAST_AGE_MS, ageMs(decoder.venueTimeMs()));
    }

    private long ageMs(long venueTimeMs) {
        if (!knowsVenueClock || venueTimeMs == 0) {
            return UNKNOWN_AGE;
        }
        return Math.max(venueMsOfZeroNs + receiveTimeNs / NS_PER_MS - venueTimeMs, 0);
    }

    /** Starts a slot for a row of a channel. */
    void beginRow(Event event, Subscription subscription) {
        event.begin(subscription.channel().instrumentId(), receiveTimeNs);
        event.channelId(subscription.channel().id());
    }

    /** Makes a row whole: it counts from now on. */
    void endRow(Event event, int health, EventType type) {
        event.venueSequence(decoder.venueSequence()).venueTimeMs(decoder.venueTimeMs());
        event.lookedTimeNs(lookedTimeNs).decodedTimeNs(decodedTimeNs);
        event.health(health).type(type);
    }

    /** As a row's, but of no one frame. */
    void endBurst(Event event, int health) {
        event.lookedTimeNs(lookedTimeNs).decodedTimeNs(decodedTimeNs).health(health);
    }
}
