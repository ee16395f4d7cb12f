package io.hayate.intake;

import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.NoticeType;
import io.hayate.event.Tracer;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Health;
import java.io.IOException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

/**
 * The frame that is being read: when it was sent, read and decoded, where it stands in the venue's
 * numbers, and what that puts into events and statistics. Loop thread; allocates nothing.
 */
public final class InboundFrame {
    private static final long NS_PER_MS = 1_000_000;
    private static final long AHEAD_MAX_MS = 100; // beside what the way to the venue leaves open

    /** What the first data of a channel mends. */
    public static final int HEALED = Health.RESYNCING | Health.GAPPED | Health.STALE;

    private final FrameDecoder decoder;
    private final Counters counters;
    private final ChannelStatistics statistics;
    private final Tracer tracer;
    private final NanoClock stamps;
    private final SequenceCheck sequences = new SequenceCheck();

    private SequenceCheck.Step step = SequenceCheck.Step.NEXT;
    private boolean accountBehind;
    private long lookedTimeNs;
    private long receiveTimeNs;
    private long decodedTimeNs;
    private double venueZeroMs = Double.NaN;
    private double aheadMaxMs;
    private boolean ahead;

    /**
     * Reads what this decodes.
     *
     * @param stamps tells when a frame is decoded; any time where nobody asks for that
     */
    public InboundFrame(
            FrameDecoder decoder,
            Counters counters,
            ChannelStatistics statistics,
            Tracer tracer,
            NanoClock stamps) {
        this.decoder = decoder;
        this.counters = counters;
        this.statistics = statistics;
        this.tracer = tracer;
        this.stamps = stamps;
    }

    /** What reads its body. */
    public FrameDecoder decoder() {
        return decoder;
    }

    /** A new connection counts anew. */
    public void reset() {
        sequences.reset();
        step = SequenceCheck.Step.NEXT;
    }

    /** Takes when the socket had been looked at before the frames that come now were read. */
    public void lookedTimeNs(long timeNs) {
        lookedTimeNs = timeNs;
    }

    /**
     * Takes what the venue's clock shows.
     *
     * @param zeroMs at time 0 of the monotonic clock; NaN while unknown
     * @param roundTripMs how exact that is
     */
    public void venueTime(double zeroMs, double roundTripMs) {
        venueZeroMs = zeroMs;
        aheadMaxMs = AHEAD_MAX_MS + roundTripMs / 2;
    }

    /** Shows its text where all traffic is shown. */
    void trace(DirectBuffer buffer, int offset, int length) {
        tracer.frame(NoticeType.FRAME_IN, buffer, offset, length);
    }

    /** The next frame was read. */
    public void begin(long timeNs) {
        receiveTimeNs = timeNs;
        accountBehind = false;
        step = SequenceCheck.Step.NEXT;
    }

    public long receiveTimeNs() {
        return receiveTimeNs;
    }

    /** Ends the frame of a channel. */
    public void end() throws IOException {
        decoder.end();
        follow(sequences.onNumber(decoder.venueSequence()));
    }

    private void follow(SequenceCheck.Step next) {
        step = next;
        counters.add(Counter.SEQUENCE_GAPS, isOutOfStep() ? 1 : 0);
    }

    /** Ends a frame of the account, which has a number of its own, too. */
    public void endAccount() throws IOException {
        decoder.end();
        long sequence = decoder.venueSequence();
        long accountSequence = decoder.accountSequence();
        boolean isAlone = accountSequence == Event.NO_SEQUENCE;
        follow(
                isAlone && decoder.isRequestAnswer()
                        ? sequences.onAnswerNumber(sequence)
                        : sequences.onNumber(sequence));
        accountBehind = !sequences.isAccountInOrder(accountSequence);
    }

    /** True when the account's number of the frame ended stepped back. */
    public boolean isAccountBehind() {
        return accountBehind;
    }

    /** True when the frame ended was not the one that was due, and no gap told before explains it. */
    public boolean isOutOfStep() {
        return step != SequenceCheck.Step.NEXT && step != SequenceCheck.Step.LATE;
    }

    /** What was due and what came, for a message. Allocates. */
    public String describe() {
        return sequences.describe(step);
    }

    /** Data of a channel is decoded, and the frame ended. */
    public void onDecoded(Subscription subscription) {
        decodedTimeNs = stamps.nanoTime();
        int id = subscription.channel().id();
        statistics.set(id, Figure.LAST_DATA_NS, receiveTimeNs);
        statistics.set(id, Figure.HEARD_NS, lookedTimeNs);
        statistics.set(id, Figure.LAST_SEQUENCE, Math.max(decoder.venueSequence(), 0));
        statistics.set(id, Figure.LAST_AGE_MS, ageMs(decoder.venueTimeMs()));
    }

    /** A heartbeat of a channel was read. */
    public void onHeartbeat(Subscription subscription) {
        statistics.set(subscription.channel().id(), Figure.HEARD_NS, lookedTimeNs);
    }

    /** How old the channel's data is, is known no more. */
    public void forgetAge(Subscription subscription) {
        int id = subscription.channel().id();
        statistics.set(id, Figure.LAST_AGE_MS, ChannelStatistics.UNKNOWN_AGE_MS);
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
    public boolean isAhead() {
        return ahead;
    }

    /** Starts a slot for a row of a channel. */
    public void beginRow(Event event, Subscription subscription) {
        event.begin(subscription.channel().instrumentId(), receiveTimeNs);
        event.channelId(subscription.channel().id());
    }

    /** Makes a row whole: it counts from now on. */
    public void endRow(Event event, int health, EventType type) {
        event.venueSequence(decoder.venueSequence()).venueTimeMs(decoder.venueTimeMs());
        event.lookedTimeNs(lookedTimeNs).decodedTimeNs(decodedTimeNs);
        event.health(ahead ? health | Health.CLOCK_BAD : health).type(type);
    }

    /** As a row's, but of no one frame. */
    public void endBurst(Event event, int health) {
        event.lookedTimeNs(lookedTimeNs).decodedTimeNs(decodedTimeNs).health(health);
    }

    /** What an event says of its channel: what is known before it, less what it mends itself. */
    public int healthOf(Subscription subscription, boolean heals) {
        int health =
                subscription.health() & ~(heals && subscription.isFresh() ? HEALED : Health.STALE);
        health |= isOutOfStep() ? Health.GAPPED : 0;
        return subscription.isConflated() ? health | Health.CONFLATED : health;
    }

    /** Counts something of the frame. */
    public void count(Counter counter, long count) {
        counters.add(counter, count);
    }

    /** Counts something of the channel that it is of. */
    public void count(Subscription subscription, Figure figure, long count) {
        statistics.add(subscription.channel().id(), figure, count);
    }
}
