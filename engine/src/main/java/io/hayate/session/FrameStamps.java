package io.hayate.session;

import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Health;
import org.agrona.concurrent.NanoClock;

/**
 * Writes into the header of events, and into the statistics, when their frame was sent, read and
 * decoded, and where it stands in the venue's numbers. Loop thread; allocates nothing.
 */
final class FrameStamps {
    private static final long NS_PER_MS = 1_000_000;
    private static final long AHEAD_MAX_MS = 100; // beside what the way to the venue leaves open

    private final FrameDecoder decoder;
    private final ChannelStatistics statistics;
    private final NanoClock clock;

    private long lookedTimeNs;
    private long receiveTimeNs;
    private long decodedTimeNs;
    private double venueZeroMs = Double.NaN;
    private double aheadMaxMs;
    private boolean ahead;

    FrameStamps(FrameDecoder decoder, ChannelStatistics statistics, NanoClock clock) {
        this.decoder = decoder;
        this.statistics = statistics;
        this.clock = clock;
    }

    /** Takes when the socket had been looked at before the frames that come now were read. */
    void lookedTimeNs(long timeNs) {
        lookedTimeNs = timeNs;
    }

    /**
     * Takes what the venue's clock shows.
     *
     * @param zeroMs at time 0 of the monotonic clock; NaN while unknown
     * @param roundTripMs how exact that is
     */
    void venueTime(double zeroMs, double roundTripMs) {
        venueZeroMs = zeroMs;
        aheadMaxMs = AHEAD_MAX_MS + roundTripMs / 2;
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

    /** Unknown, too, where it lies ahead of the clock by more than the clocks may be wrong. */
    private long ageMs(long venueTimeMs) {
        double nowMs = venueZeroMs + receiveTimeNs / (double) NS_PER_MS;
        boolean isKnown = venueTimeMs != 0 && !Double.isNaN(nowMs);
        long ageMs = isKnown ? Math.round(nowMs) - venueTimeMs : ChannelStatistics.UNKNOWN_AGE_MS;
        ahead = isKnown && ageMs < -aheadMaxMs;
        return ahead || !isKnown ? ChannelStatistics.UNKNOWN_AGE_MS : Math.max(ageMs, 0);
    }

    /** True when the frame decoded last was sent later than it came, by the clocks. */
    boolean isAhead() {
        return ahead;
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
        event.health(ahead ? health | Health.CLOCK_BAD : health).type(type);
    }

    /** Stamps an event that belongs to no one frame, as a row. */
    void endBurst(Event event, int health) {
        event.lookedTimeNs(lookedTimeNs).decodedTimeNs(decodedTimeNs).health(health);
    }
}
