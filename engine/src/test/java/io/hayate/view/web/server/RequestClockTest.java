package io.hayate.view.web.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestClockTest {
    private static final long REQUEST_MS = 10_000;
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

    private final RequestClock clock = new RequestClock(REQUEST_MS);
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void connect() {
        channel.freezeTime();
        channel.pipeline().addLast(clock).fireChannelActive();
    }

    @AfterEach
    void release() {
        channel.finishAndReleaseAll();
    }

    private void pass(long ms) {
        channel.advanceTimeBy(ms, TimeUnit.MILLISECONDS);
        channel.runPendingTasks();
    }

    private void drip(char c) {
        byte[] bytes = String.valueOf(c).getBytes(StandardCharsets.US_ASCII);
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
    }

    @Test
    void shouldHangUpOnARequestThatDripsForLongerThanItMay() {
        long each = REQUEST_MS / REQUEST.length() + 1;
        for (int i = 0; i < REQUEST.length(); i++) {
            assertTrue(channel.isOpen());
            drip(REQUEST.charAt(i));
            pass(each);
        }

        assertFalse(channel.isOpen());
    }

    @Test
    void shouldGiveTheNextRequestAsLongWhenOneWasAnswered() {
        pass(REQUEST_MS - 1);
        clock.restart();
        pass(REQUEST_MS - 1);
        assertTrue(channel.isOpen());

        pass(1);

        assertFalse(channel.isOpen());
    }

    @Test
    void shouldLeaveAStreamOpen() {
        clock.stop();

        pass(100 * REQUEST_MS);

        assertTrue(channel.isOpen());
    }
}
