package io.hayate.session;

import io.hayate.codec.ControlMessage;
import java.util.concurrent.TimeUnit;

/**
 * Asks the venue for its time now and then, which also keeps a quiet connection open. An answer that
 * stays away hurts nobody. Loop thread; allocates nothing.
 */
final class Pings {
    private final Requests requests;
    private final SessionSetup setup;
    private final long intervalNs;

    private long nextNs;
    private long sentNs;
    private long cid;
    private boolean isAwaited;

    Pings(SessionSetup setup, Requests requests) {
        this.setup = setup;
        this.requests = requests;
        intervalNs = TimeUnit.MILLISECONDS.toNanos(setup.config().pingIntervalMs());
    }

    /** The session is live: asks at the next tick. */
    void onLive(long nowNs) {
        nextNs = nowNs;
        isAwaited = false;
    }

    /** Called each tick of a session that is live. */
    void onTick(long nowNs) {
        if (nowNs - nextNs >= 0) {
            nextNs = nowNs + intervalNs;
            cid++;
            isAwaited = requests.ping(cid);
            sentNs = setup.nanoClock().nanoTime();
        }
    }

    /** Takes the answer; one that was not asked for, or comes after the next question, tells nothing. */
    void onPong(ControlMessage message) {
        if (isAwaited && message.cid() == cid && message.timeMs() > 0) {
            isAwaited = false;
            long roundTripNs = setup.nanoClock().nanoTime() - sentNs;
            setup.venueClock().onPong(roundTripNs, setup.epochClock().time(), message.timeMs());
        }
    }
}
