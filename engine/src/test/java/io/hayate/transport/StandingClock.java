package io.hayate.transport;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.NanoClock;

/** A time that stands still but for the steps of a test; at the end it goes on with each look. */
final class StandingClock implements NanoClock {
    private final AtomicLong nowNs = new AtomicLong();
    private volatile boolean isEnding;

    @Override
    public long nanoTime() {
        return isEnding ? nowNs.incrementAndGet() : nowNs.get();
    }

    void pass(long ns) {
        nowNs.addAndGet(ns);
    }

    /** Lets it go on: a loop that ends waits for a time that is past. */
    void end() {
        isEnding = true;
    }
}
