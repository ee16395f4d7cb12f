package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.wire.JsonText;

/** A channel that speaks at set times while anybody listens. */
abstract class TimedFeed extends Feed {
    private final int periodMs;
    private final Timeline.Timer timer;

    TimedFeed(ChannelSpec spec, Timeline timeline, int periodMs) {
        super(spec);
        this.periodMs = periodMs;
        timer = timeline.timer(this::onTime);
    }

    /** The time has come. */
    abstract void onTime();

    @Override
    final void onWatched() {
        timer.everyMs(periodMs);
    }

    @Override
    final void onUnwatched() {
        timer.cancel();
    }

    /** Sends these data to all who listen. */
    final void send(JsonText body) {
        for (int i = 0; i < subscribers().size(); i++) {
            subscribers().get(i).update(body);
        }
    }
}
