package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueLimits;
import io.hayate.venue.fault.NetworkFaults;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import org.junit.jupiter.api.Test;

class HandshakeGateTest {
    private static final int DEADLINE_MS = 10_000;
    private static final long NOTHING_DUE = -1;

    private final MockTicker ticker = Ticker.newMockTicker(); // so that opening takes no time
    private final EmbeddedChannel channel =
            EmbeddedChannel.builder()
                    .ticker(ticker)
                    .handlers(
                            new HandshakeGate(
                                    new NetworkFaults(),
                                    new ConnectionCounts(VenueLimits.DEFAULTS),
                                    DEADLINE_MS))
                    .build();

    @Test
    void shouldCloseAConnectionThatDoesNotShakeHandsInTime() {
        ticker.advanceMillis(DEADLINE_MS - 1);
        channel.runScheduledPendingTasks();
        assertTrue(channel.isOpen());

        ticker.advanceMillis(1);
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
