package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.IntentCause;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;

/** What the callback that comes now is about. Strategy thread; allocates nothing. */
final class DataInHand {
    private final MarketState market;
    private int channelId;
    private long timeNs;
    private long lookedTimeNs;
    private long venueSequence;
    private int health;
    private long eventNs;
    private long nowMs;

    DataInHand(MarketState market) {
        this.market = market;
    }

    void onEvent(Event event) {
        eventNs = event.receiveTimeNs();
        take(event.channelId(), event.receiveTimeNs(), event.lookedTimeNs(), event.health());
        venueSequence = event.venueSequence();
    }

    void onTime(long timeMs) {
        nowMs = timeMs;
    }

    /** Monotonic time of the event that is handled. */
    long eventNs() {
        return eventNs;
    }

    /** Wall-clock time as of the last tick of the timer. */
    long nowMs() {
        return nowMs;
    }

    /** Takes what is no event of its own: a book that was told of. */
    void take(int channel, long receiveTimeNs, long looked, int words) {
        lookedTimeNs = looked;
        channelId = channel;
        timeNs = receiveTimeNs;
        health = words;
        venueSequence = Event.NO_SEQUENCE;
    }

    boolean isHealthy() {
        return Health.isHealthy(health);
    }

    String healthText() {
        return Health.text(health);
    }

    long timeNs() {
        return timeNs;
    }

    /** How old it was when it was read, in ms; negative where that is not known, 0 for no market data. */
    long transitMs() {
        return channelId == MarketChannel.NONE ? 0 : market.transitMs(channelId);
    }

    /** Writes down what led to an order. */
    void describe(IntentCause cause) {
        cause.receiveTimeNs(timeNs)
                .lookedTimeNs(lookedTimeNs)
                .venueSequence(venueSequence)
                .transitMs(transitMs());
        boolean isMarketData = channelId != MarketChannel.NONE;
        int known = isMarketData ? market.health(channelId) : Health.LIVE; // later than its writing
        cause.channelId(channelId).health(health | known);
    }
}
