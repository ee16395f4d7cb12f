package io.hayate.session;

import io.hayate.event.Event;
import io.hayate.model.Channel;
import io.hayate.model.Instrument;

/**
 * One channel for one instrument: what we asked for, what the venue answered, and when it last
 * spoke. Also holds the latest update for which the ring had no room. Loop thread.
 */
final class Subscription {
    static final long NO_CHANNEL = -1;

    private final Channel channel;
    private final Instrument instrument;
    private final Event held = Event.allocate();

    private long channelId = NO_CHANNEL;
    private boolean answered;
    private boolean hasBeaten;
    private long lastFrameNs;
    private boolean holding;

    Subscription(Channel channel, Instrument instrument) {
        this.channel = channel;
        this.instrument = instrument;
    }

    Channel channel() {
        return channel;
    }

    Instrument instrument() {
        return instrument;
    }

    /** Forgets the connection that is gone, and what was held from it. */
    void reset() {
        channelId = NO_CHANNEL;
        answered = false;
        hasBeaten = false;
        holding = false;
    }

    void onSubscribed(long id, long nowNs) {
        channelId = id;
        answered = true;
        lastFrameNs = nowNs;
    }

    /** The venue said no: answered, but no channel. */
    void onRefused() {
        answered = true;
    }

    boolean isAnswered() {
        return answered;
    }

    boolean isSubscribed() {
        return channelId != NO_CHANNEL;
    }

    long channelId() {
        return channelId;
    }

    void onFrame(long receiveTimeNs) {
        lastFrameNs = receiveTimeNs;
    }

    void onHeartbeat(long receiveTimeNs) {
        hasBeaten = true;
        lastFrameNs = receiveTimeNs;
    }

    /** True when a channel that has beaten before has been silent for longer than this. */
    boolean isSilent(long nowNs, long timeoutNs) {
        return isSubscribed() && hasBeaten && nowNs - lastFrameNs > timeoutNs;
    }

    /** The slot to hold an update in while the ring has no room. */
    Event held() {
        return held;
    }

    boolean isHolding() {
        return holding;
    }

    void holding(boolean isHeld) {
        holding = isHeld;
    }
}
