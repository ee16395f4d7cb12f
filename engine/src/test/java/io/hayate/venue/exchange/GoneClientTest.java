package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.server.VenueClient;
import io.hayate.venue.session.ClientChannel;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an exchange still holds of a client that is gone, and of what only that one listened to. */
class GoneClientTest {
    private static final long NOW_MS = 1_764_000_000_000L;
    private static final int COLLECTIONS_MAX = 50;
    private static final List<String> CHANNELS =
            List.of(
                    "\"candles\",\"key\":\"trade:1m:tBTCUSD\"",
                    "\"candles\",\"key\":\"trade:1m:fUSD:a30:p2:p30\"",
                    "\"trades\",\"symbol\":\"tBTCUSD\"",
                    "\"book\",\"symbol\":\"tBTCUSD\"",
                    "\"book\",\"symbol\":\"tBTCUSD\",\"prec\":\"R0\"",
                    "\"status\",\"key\":\"deriv:tBTCF0:USTF0\"");

    private static final class Nowhere implements Outbox {
        @Override
        public void text(byte[] bytes, int length) {}

        @Override
        public void masked(byte[] bytes, int length) {}

        @Override
        public void close(int code, String reason) {}

        @Override
        public void drop() {}
    }

    private long nonce;
    private final Exchange exchange =
            new Exchange(VenueConfig.DEFAULTS, VenueListener.NONE, NOW_MS, 0);

    /** A client that listens, trades and goes; answers what was there of it. */
    private List<WeakReference<Object>> comeAndGo(boolean isEndedByUs) {
        VenueSession session = exchange.onConnected(new Nowhere(), "here");
        List<WeakReference<Object>> seen = new ArrayList<>();
        seen.add(new WeakReference<>(session));
        exchange.onText(session, VenueClient.auth("demo-key", "demo-secret", ++nonce, ""));
        for (String channel : CHANNELS) {
            exchange.onText(session, "{\"event\":\"subscribe\",\"channel\":" + channel + "}");
        }
        List<ClientChannel> channels = session.subscriptions().all();
        assertEquals(CHANNELS.size(), channels.size());
        channels.forEach(channel -> seen.add(new WeakReference<>(channel.feed())));
        exchange.onText(
                session,
                "[0,\"on\",null,{\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\","
                        + "\"amount\":\"0.01\"}]");
        if (isEndedByUs) {
            exchange.end(session, VenueSession.POLICY, "go");
        }
        exchange.onLeft(session);
        return seen;
    }

    @Test
    void shouldHoldNothingOfAClientThatIsGone() {
        for (boolean isEndedByUs : new boolean[] {false, true}) {
            List<WeakReference<Object>> seen = comeAndGo(isEndedByUs);

            assertEquals(0, exchange.feedCount());
            assertFalse(seen.isEmpty());
            for (WeakReference<Object> reference : seen) {
                for (int i = 0; reference.get() != null && i < COLLECTIONS_MAX; i++) {
                    System.gc();
                }
                assertNull(reference.get());
            }
        }
    }
}
