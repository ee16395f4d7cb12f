package io.hayate.venue.server;

import io.hayate.venue.base.Timeline;
import io.hayate.venue.exchange.Exchange;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;

/** Tells the exchange the time: before each input, and when something is due. Venue thread. */
final class VenueLoop {
    private final EventLoop loop;
    private final Exchange exchange;
    private final EpochClock epochClock;
    private final NanoClock nanoClock;
    private long wakeNs = Timeline.NEVER; // when the loop comes by itself
    private Future<?> wake;

    VenueLoop(EventLoop loop, Exchange exchange, EpochClock epochClock, NanoClock nanoClock) {
        this.loop = loop;
        this.exchange = exchange;
        this.epochClock = epochClock;
        this.nanoClock = nanoClock;
    }

    /** Lets something happen to the exchange now. */
    void input(Runnable input) {
        tellTime();
        try {
            input.run();
        } finally {
            wakeWhenDue();
        }
    }

    /** What fails here is ours: who sends something meanwhile has no part in it. */
    private void tellTime() {
        try {
            exchange.onTime(epochClock.time(), nanoClock.nanoTime());
        } catch (RuntimeException e) {
            VenueErrors.tell("what was due is not done", e);
        }
    }

    private void wakeWhenDue() {
        long dueNs = exchange.nextDueNs();
        if (dueNs >= wakeNs) {
            return;
        }
        if (wake != null) {
            wake.cancel(false);
        }
        wakeNs = dueNs;
        long delayNs = Math.max(0, dueNs - nanoClock.nanoTime());
        wake = loop.schedule(this::onWake, delayNs, TimeUnit.NANOSECONDS);
    }

    private void onWake() {
        wakeNs = Timeline.NEVER;
        wake = null;
        tellTime();
        wakeWhenDue();
    }
}
