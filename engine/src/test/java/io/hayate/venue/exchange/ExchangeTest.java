package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An exchange without sockets, at times that the test tells. */
class ExchangeTest {
    private static final long NOW_MS = 1_764_000_000_000L;
    private static final long MS = 1_000_000;
    private static final String SUBSCRIBE =
            "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}";

    /** What one client gets, as text. */
    private static final class Received implements Outbox {
        private final List<String> all = new ArrayList<>();

        @Override
        public void text(byte[] bytes, int length) {
            all.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void masked(byte[] bytes, int length) {
            all.add("masked");
        }

        @Override
        public void close(int code, String reason) {
            all.add("close " + code + " " + reason);
        }

        @Override
        public void drop() {
            all.add("drop");
        }

        private List<String> take() {
            List<String> taken = List.copyOf(all);
            all.clear();
            return taken;
        }
    }

    private final Received received = new Received();
    private final Exchange exchange =
            new Exchange(
                    VenueConfig.DEFAULTS.withTickersPerSecond(0).withIdleTimeoutMs(60_000),
                    VenueListener.NONE,
                    NOW_MS,
                    0);
    private final VenueSession session = exchange.onConnected(received, "10.0.0.1:1");

    private void goTo(long timeMs) {
        while (exchange.nextDueNs() <= timeMs * MS) {
            exchange.onTime(NOW_MS + exchange.nextDueNs() / MS, exchange.nextDueNs());
        }
        exchange.onTime(NOW_MS + timeMs, timeMs * MS);
    }

    private void subscribe() {
        exchange.onText(session, SUBSCRIBE);
        received.take();
    }

    @Test
    void shouldGreetWhoComes() {
        List<String> greeting = received.take();

        assertEquals(1, greeting.size());
        assertTrue(
                greeting.get(0).startsWith("{\"event\":\"info\",\"version\":2,\"serverId\":\""),
                greeting.toString());
    }

    @Test
    void shouldAnswerAtTheTimeThatItWasTold() {
        received.take();
        goTo(1_234);

        exchange.onText(session, "{\"event\":\"ping\",\"cid\":7}");

        assertEquals(
                List.of("{\"event\":\"pong\",\"ts\":1764000001234,\"cid\":7}"), received.take());
    }

    @Test
    void shouldBeatWhenItsTimeHasComeAndNotBefore() {
        subscribe();
        goTo(14_999);
        assertEquals(List.of(), received.take());

        goTo(15_000);

        List<String> beat = received.take();
        assertEquals(1, beat.size());
        assertTrue(beat.get(0).matches("\\[\\d+,\"hb\"\\]"), beat.toString());
    }

    @Test
    void shouldDropWhoSaysNothingAndListensToNothing() {
        received.take();
        goTo(30_000);
        exchange.onRead(session);
        goTo(89_999);
        assertEquals(List.of(), received.take());

        goTo(90_000);

        assertEquals(List.of("drop"), received.take());
    }

    @Test
    void shouldEndWhoDoesNotReadForLong() {
        subscribe();
        exchange.onRoom(session, false);
        goTo(59_999);
        exchange.onRoom(session, true);
        goTo(75_000);
        exchange.onRoom(session, false);
        goTo(134_999);
        received.take();

        goTo(135_000); // at which it also beats

        assertEquals("close 1008 slow consumer: you do not read", received.take().get(1));
    }

    @Test
    void shouldSkipTickersForWhoHasNoRoom() {
        subscribe();
        VenueControls controls = exchange.controls(Runnable::run);
        exchange.onRoom(session, false);
        controls.advance(3);
        assertEquals(List.of(), received.take());
        assertEquals(3, exchange.traffic().tickersSkipped());

        exchange.onRoom(session, true);
        controls.advance(1);

        assertEquals(1, received.take().size());
    }

    @Test
    void shouldDropWhoDoesNotGoTwoSecondsAfterItsFarewell() {
        subscribe();
        exchange.end(session, 1_008, "go");
        assertEquals(List.of("close 1008 go"), received.take());
        assertEquals(0, exchange.openSessions());
        assertEquals(0, exchange.feedCount());

        exchange.onText(session, SUBSCRIBE); // it is not read any more
        goTo(2_000);

        assertEquals(List.of("drop"), received.take());
    }

    @Test
    void shouldHaveNothingDueOnceEveryoneLeft() {
        subscribe();
        exchange.onLeft(session);

        goTo(100); // by when the markets have found that nobody looks

        assertEquals(Timeline.NEVER, exchange.nextDueNs());
    }

    @Test
    void shouldSendNothingWhileItIsSilent() {
        VenueControls controls = exchange.controls(Runnable::run);
        received.take();
        controls.silent(true);
        exchange.onText(session, "{\"event\":\"ping\"}");
        assertEquals(List.of(), received.take());

        controls.silent(false);
        exchange.onText(session, "{\"event\":\"ping\"}");

        assertEquals(1, received.take().size());
    }
}
