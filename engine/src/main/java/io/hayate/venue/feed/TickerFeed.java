package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.market.TickerSource;
import io.hayate.venue.wire.JsonText;

/**
 * The ticker channel of one symbol: writes a row once and sends it to all who subscribed, at each step
 * of the market and, where nothing else moves it, after each trade.
 */
final class TickerFeed extends Feed {
    private final TickerSource source;
    private final VenueTraffic traffic;
    private final JsonText row = new JsonText();

    TickerFeed(TickerSource source, VenueTraffic traffic) {
        super(ChannelSpec.ticker(source.instrument().symbol()));
        this.source = source;
        this.traffic = traffic;
    }

    /** From now on tells of each trade, once all that it brings about is done. */
    void followTrades(Timeline timeline) {
        Timeline.Timer told = timeline.timer(this::onStep);
        source.tape().listen(print -> told.afterMs(0));
    }

    /** Sends the row as it stands. */
    @Override
    public void sendSnapshot(Subscriber subscriber) {
        writeRow();
        subscriber.snapshot(row);
        traffic.tickerSent();
    }

    /** Tells all subscribers of a step of the price. */
    @Override
    void onStep() {
        if (!isWatched()) {
            return;
        }
        writeRow();
        send(row);
    }

    private void send(JsonText told) {
        for (int i = 0; i < subscribers().size(); i++) {
            sendOrSkip(subscribers().get(i), told);
        }
    }

    @Override
    void onStep(JsonText told) {
        send(told);
    }

    private void writeRow() {
        row.clear();
        source.writeTicker(row);
    }

    private void sendOrSkip(Subscriber subscriber, JsonText told) {
        if (subscriber.hasRoom()) {
            subscriber.update(told);
            traffic.tickerSent();
        } else {
            traffic.tickersSkipped(1);
        }
    }
}
