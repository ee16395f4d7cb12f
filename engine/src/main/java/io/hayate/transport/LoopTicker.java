package io.hayate.transport;

import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/** A loop's clock as Netty reads it: its times begin at zero, as Netty takes none below. */
final class LoopTicker implements Ticker {
    private final NanoClock clock;
    private final long startNs;

    LoopTicker(NanoClock clock) {
        this.clock = clock;
        startNs = clock.nanoTime();
    }

    @Override
    public long initialNanoTime() {
        return startNs;
    }

    @Override
    public long nanoTime() {
        return clock.nanoTime() - startNs;
    }

    @Override
    public void sleep(long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("a loop sleeps in its select alone");
    }
}
