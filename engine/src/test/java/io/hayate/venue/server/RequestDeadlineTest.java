package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import org.junit.jupiter.api.Test;

class RequestDeadlineTest {
    private static final int REQUEST_MS = 10_000;
    private static final int REST_MS = 60_000;
    private static final long NOTHING_DUE = -1;

    private final MockTicker ticker = Ticker.newMockTicker(); // so that opening takes no time
    private final RequestDeadline deadline = new RequestDeadline(REQUEST_MS, REST_MS);
    private final EmbeddedChannel channel =
            EmbeddedChannel.builder().ticker(ticker).handlers(deadline).build();

    private void pass(int timeMs) {
        ticker.advanceMillis(timeMs);
        channel.runScheduledPendingTasks();
    }

    private void answer() {
        deadline.onBegun();
        deadline.onAnswered();
    }

    @Test
    void shouldCloseAConnectionThatDoesNotShakeHandsInTime() {
        pass(REQUEST_MS - 1);
        assertTrue(channel.isOpen());

        pass(1);

        assertFalse(channel.isOpen());
    }

    @Test
    void shouldLetAConnectionRestWhenItsRequestWasAnswered() {
        answer();

        pass(REST_MS - 1);
        assertTrue(channel.isOpen());

        pass(1);
        assertFalse(channel.isOpen());
    }

    @Test
    void shouldCloseAConnectionWhoseNextRequestComesByteForByte() {
        answer();
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {'P'}));
        pass(REQUEST_MS - 1);
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {'O'}));
        assertTrue(channel.isOpen());

        pass(1);

        assertFalse(channel.isOpen());
    }

    @Test
    void shouldWaitForTheRequestThatHasBegunWhenTheOneBeforeIsAnswered() {
        deadline.onBegun();
        deadline.onBegun();
        deadline.onAnswered();

        pass(REQUEST_MS);

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
