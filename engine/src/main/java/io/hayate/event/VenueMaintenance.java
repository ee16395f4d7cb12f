package io.hayate.event;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the venue has said on any connection, of whichever loop, that it is in maintenance: then no new
 * order leaves, though the account's own connection may not have heard it. Loops write; any thread reads.
 * Allocates nothing.
 */
public final class VenueMaintenance {
    private final AtomicInteger connections = new AtomicInteger();

    /** A connection has heard that it begins, or that it is. */
    public void begin() {
        connections.incrementAndGet();
    }

    /** A connection that had heard of it has heard of its end, or is gone. */
    public void end() {
        connections.decrementAndGet();
    }

    /** True while a connection knows of it. */
    public boolean isOn() {
        return connections.get() > 0;
    }
}
