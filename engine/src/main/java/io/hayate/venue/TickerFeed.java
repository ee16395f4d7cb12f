package io.hayate.venue;

import java.util.ArrayList;
import java.util.List;

/** The ticker channel of one symbol: writes a row once and sends it to all who subscribed. */
final class TickerFeed {
    private final TickerSource source;
    private final VenueTraffic traffic;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final JsonText row = new JsonText();

    TickerFeed(TickerSource source, VenueTraffic traffic) {
        this.source = source;
        this.traffic = traffic;
    }

    TickerSource source() {
        return source;
    }

    boolean isWatched() {
        return !subscriptions.isEmpty();
    }

    /** Adds a subscriber and sends it the row as it stands. */
    void add(Subscription subscription) {
        subscriptions.add(subscription);
        writeRow();
        subscription.session().writer().data(subscription.channelId(), row);
        traffic.tickerSent();
    }

    void remove(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /** Tells all subscribers of a step of the price. */
    void publish() {
        writeRow();
        for (int i = 0; i < subscriptions.size(); i++) {
            sendOrSkip(subscriptions.get(i));
        }
    }

    private void writeRow() {
        row.clear();
        source.writeTicker(row);
    }

    private void sendOrSkip(Subscription subscription) {
        FrameWriter writer = subscription.session().writer();
        if (writer.hasRoom()) {
            writer.data(subscription.channelId(), row);
            traffic.tickerSent();
        } else {
            traffic.tickersSkipped(1);
        }
    }
}
