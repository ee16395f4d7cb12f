package io.hayate.session;

import io.hayate.codec.ControlMessage;
import java.util.concurrent.TimeUnit;

/**
 * Asks the venue for its time now and then, which also keeps a quiet connection open. An answer that
 * stays away hurts nobody. Loop thread; allocates nothing.
 */
final class Pings {
    private final Requests requests;
    private final SessionTime time;
    private final long intervalNs;

    private long nextNs;
    private long sentNs;
    private long cid;
    private boolean isAwaited;
    private int steps; // of our clocks, as far as is known here

    Pings(int intervalMs, SessionTime time, Requests requests) {
        this.time = time;
        this.requests = requests;
        intervalNs = TimeUnit.MILLISECONDS.toNanos(intervalMs);
    }

    /** The session is live: asks at the next tick. */
    void onLive(long nowNs) {
        nextNs = nowNs;
        isAwaited = false;
        steps = time.venueClock().steps();
    }

    /** Called each tick of a session that is live. */
    void onTick(long nowNs) {
        if (steps != time.venueClock().steps()) {
            onLive(nowNs); // an answer on its way would be reckoned with the clocks of before
        }
        if (nowNs - nextNs >= 0) {
            nextNs = nowNs + intervalNs;
            cid++;
            isAwaited = requests.ping(cid);
            sentNs = time.nano().nanoTime();
        }
    }

    /** Takes the answer; one that was not asked for, or comes after the next question, tells nothing. */
    void onPong(ControlMessage message) {
        boolean isOurs = isAwaited && steps == time.venueClock().steps();
        if (isOurs && message.cid() == cid && message.timeMs() > 0) {
            isAwaited = false;
            long nowNs = time.nano().nanoTime();
            long nowMs = time.epoch().time();
            time.venueClock().onPong(nowNs - sentNs, nowNs, nowMs, message.timeMs());
        }
    }
}
