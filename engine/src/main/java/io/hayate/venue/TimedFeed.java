package io.hayate.venue;

import io.hayate.model.ChannelSpec;
import io.netty.channel.EventLoop;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A channel that speaks at set times while anybody listens. */
abstract class TimedFeed extends Feed {
    private final EventLoop loop;
    private final int periodMs;
    private Future<?> timer;

    TimedFeed(ChannelSpec spec, EventLoop loop, int periodMs) {
        super(spec);
        this.loop = loop;
        this.periodMs = periodMs;
    }

    /** The time has come. */
    abstract void onTime();

    @Override
    final void onWatched() {
        timer = loop.scheduleAtFixedRate(this::onTime, periodMs, periodMs, TimeUnit.MILLISECONDS);
    }

    @Override
    final void onUnwatched() {
        timer.cancel(false);
    }

    /** Sends these data to all who listen. */
    final void send(JsonText body) {
        for (int i = 0; i < subscriptions().size(); i++) {
            subscriptions().get(i).update(body);
        }
    }
}
