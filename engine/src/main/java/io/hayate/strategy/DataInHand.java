package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.IntentCause;
import io.hayate.event.Ticker;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;

/** What the callback that comes now is about. Strategy thread; allocates nothing. */
final class DataInHand {
    private final MarketState market;
    private final Ticker ticker = new Ticker();
    private int channelId;
    private long timeNs;
    private long venueSequence;
    private int health;

    DataInHand(MarketState market) {
        this.market = market;
    }

    void onEvent(Event event) {
        take(event.channelId(), event.receiveTimeNs(), event.health());
        venueSequence = event.venueSequence();
    }

    /** Takes what is no event of its own: a book that was told of. */
    void take(int channel, long receiveTimeNs, int words) {
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

    /** Writes down what led to an order of this instrument. */
    void describe(IntentCause cause, int instrumentId) {
        cause.receiveTimeNs(timeNs).venueSequence(venueSequence).transitMs(transitMs());
        cause.channelId(channelId).health(health);
        Event latest = market.tickers().event(instrumentId);
        if (latest != null) {
            ticker.wrap(latest);
            cause.bidPrice(ticker.bidPrice()).askPrice(ticker.askPrice());
        }
    }
}
