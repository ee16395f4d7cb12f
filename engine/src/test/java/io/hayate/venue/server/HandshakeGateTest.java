package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueLimits;
import io.hayate.venue.fault.NetworkFaults;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandshakeGateTest {
    private static final int DEADLINE_MS = 10_000;
    private static final long NOTHING_DUE = -1;

    private final EmbeddedChannel channel =
            new EmbeddedChannel(
                    new HandshakeGate(
                            new NetworkFaults(),
                            new ConnectionCounts(VenueLimits.DEFAULTS),
                            DEADLINE_MS));

    @Test
    void shouldCloseAConnectionThatDoesNotShakeHandsInTime() {
        channel.freezeTime();
        channel.advanceTimeBy(DEADLINE_MS - 1, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertTrue(channel.isOpen());

        channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();

        assertFalse(channel.isOpen());
    }

    /** Else one client that comes and goes has ten seconds of its connections kept. */
    @Test
    void shouldKeepNothingOfAConnectionThatIsGone() {
        assertTrue(channel.runScheduledPendingTasks() > 0);

        channel.pipeline().fireChannelInactive(); // its close ends whatever was due

        assertEquals(NOTHING_DUE, channel.runScheduledPendingTasks());
    }
}
