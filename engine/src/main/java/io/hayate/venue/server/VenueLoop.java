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
    private static final int LOOK_MS = 1;

    private final EventLoop loop;
    private final Exchange exchange;
    private final EpochClock epochClock;
    private final NanoClock nanoClock;
    private final MirrorSupply supply; // null where its markets are its own
    private long wakeNs = Timeline.NEVER; // when the loop comes by itself
    private Future<?> wake;

    VenueLoop(
            EventLoop loop,
            Exchange exchange,
            EpochClock epochClock,
            NanoClock nanoClock,
            MirrorSupply supply) {
        this.loop = loop;
        this.exchange = exchange;
        this.epochClock = epochClock;
        this.nanoClock = nanoClock;
        this.supply = supply;
    }

    /** Begins to look for texts that its markets follow, if there are any. */
    @SuppressWarnings("FutureReturnValueIgnored") // it goes on until the loop ends
    void start() {
        if (supply != null) {
            loop.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        tellTime();
        wakeWhenDue();
    }

    /** The way of a connection's requests. */
    RequestWay newWay() {
        return new RequestWay(loop, nanoClock, supply == null ? null : supply.wayNs());
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
            if (supply != null) {
                supply.texts().accept(exchange.mirror());
            }
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
