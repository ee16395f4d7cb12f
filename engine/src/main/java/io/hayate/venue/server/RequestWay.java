package io.hayate.venue.server;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.agrona.concurrent.NanoClock;

/**
 * The way of a connection's requests to the exchange, which may take a time; none overtakes another.
 * Venue thread.
 */
final class RequestWay {
    private final EventLoop loop;
    private final NanoClock clock;
    private final LongSupplier wayNs; // null where it takes none
    private final Queue<Runnable> under = new ArrayDeque<>();
    private long lastNs; // when the one that was sent last arrives

    RequestWay(EventLoop loop, NanoClock clock, LongSupplier wayNs) {
        this.loop = loop;
        this.clock = clock;
        this.wayNs = wayNs;
        lastNs = clock.nanoTime();
    }

    /** Has this done when it has come there: now, or later on the loop. */
    @SuppressWarnings("FutureReturnValueIgnored") // what fails there is told there
    void bring(Runnable request) {
        if (wayNs == null) {
            request.run();
            return;
        }
        under.add(request);
        long nowNs = clock.nanoTime();
        lastNs = Math.max(lastNs, nowNs + wayNs.getAsLong());
        loop.schedule(this::arrive, lastNs - nowNs, TimeUnit.NANOSECONDS);
    }

    /** One has come: the first that was sent. */
    private void arrive() {
        try {
            under.remove().run();
        } catch (RuntimeException e) {
            VenueErrors.tell("a request is not done", e);
        }
    }
}
