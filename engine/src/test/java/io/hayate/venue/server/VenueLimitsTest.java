package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueLimits;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Goes to the end of each table of the venue and beyond; others are served all the while. */
class VenueLimitsTest {
    private static final VenueConfig STILL = VenueConfig.DEFAULTS.withTickersPerSecond(0);
    private static final int CANDLES = 32_768; // bytes that such a feed counts as
    private static final int ATTEMPTS_MAX = 100;
    private static final VenueLimits FEW = few(60_000);

    private SimulatedVenue venue;

    private static VenueLimits few(int handshakeMs) {
        return new VenueLimits(3, 2, 2, handshakeMs, 4, 3, 2 * CANDLES, 1 << 20);
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    private VenueClient start(VenueConfig config, VenueLimits limits) throws Exception {
        venue = SimulatedVenue.start(config.withLimits(limits));
        return VenueClient.connect(venue);
    }

    private static String candles(int period) {
        String key = "trade:1m:fUSD:a%d:p1:p%d".formatted(1 + period / 9_999, 1 + period % 9_999);
        return "{\"event\":\"subscribe\",\"channel\":\"candles\",\"key\":\"" + key + "\"}";
    }

    private static void subscribe(VenueClient client, String request) throws Exception {
        client.send(request).skipTo("{\"event\":\"subscribed\"");
    }

    private static String chanId(String subscribed) {
        return subscribed.replaceFirst(".*\"chanId\":(\\d+).*", "$1");
    }

    private static void unsubscribe(VenueClient client, String chanId) throws Exception {
        client.send("{\"event\":\"unsubscribe\",\"chanId\":" + chanId + "}");
        client.skipTo("{\"event\":\"unsubscribed\"");
    }

    @Test
    void shouldEndFeedsWithTheirLastSubscriber() throws Exception {
        try (VenueClient client = start(STILL, FEW)) {
            for (int key = 0; key < 10_000; key++) {
                String answer = client.send(candles(key)).skipTo("{\"event\":\"subscribed\"");
                unsubscribe(client, chanId(answer));
            }

            assertEquals(0, venue.feeds());
        }
    }

    @Test
    void shouldEndFeedsOfEveryChannelWhenTheConnectionGoes() throws Exception {
        venue = SimulatedVenue.start(STILL);
        try (VenueClient client = VenueClient.connect(venue);
                VenueClient other = VenueClient.connect(venue)) {
            subscribe(client, candles(1));
            for (String rest :
                    List.of(
                            "\"channel\":\"book\",\"symbol\":\"tBTCUSD\"",
                            "\"channel\":\"book\",\"symbol\":\"tBTCUSD\",\"prec\":\"R0\"",
                            "\"channel\":\"trades\",\"symbol\":\"tBTCUSD\"",
                            "\"channel\":\"status\",\"key\":\"deriv:tBTCF0:USTF0\"")) {
                subscribe(client, "{\"event\":\"subscribe\"," + rest + "}");
            }
            subscribe(other, candles(1));
            assertEquals(5, venue.feeds());

            client.closeGracefully();
            other.framesBeforePong();

            assertEquals(1, venue.feeds());
            venue.controls().advance(100); // nobody who is gone hears of it
        }
    }

    @Test
    void shouldRefuseFeedsBeyondTheirMemoryUntilOthersEnd() throws Exception {
        try (VenueClient client = start(STILL, FEW);
                VenueClient other = VenueClient.connect(venue)) {
            String first = client.send(candles(1)).skipTo("{\"event\":\"subscribed\"");
            subscribe(client, candles(2));

            String refused = client.send(candles(3)).skipTo("{\"channel\":\"candles\"");

            assertTrue(refused.contains("\"msg\":\"subscribe: limit\",\"code\":10305"), refused);
            subscribe(other, candles(2)); // what is there already needs nothing
            unsubscribe(client, chanId(first));
            subscribe(client, candles(3));
        }
    }

    @Test
    void shouldMakeNoFeedForAConnectionThatIsFull() throws Exception {
        venue = SimulatedVenue.start(STILL.withSubscriptionsMax(1));
        try (VenueClient client = VenueClient.connect(venue)) {
            subscribe(client, candles(0));
            for (int key = 1; key < 100; key++) {
                client.send(candles(key)).skipTo("{\"channel\":\"candles\"");
            }

            assertEquals(1, venue.feeds());
        }
    }

    @Test
    void shouldRefuseWith429BeyondTheConnectionsOfOneAddressAndOfAll() throws Exception {
        try (VenueClient first = start(STILL, FEW);
                VenueClient second = VenueClient.connect(venue)) {
            assertEquals("HTTP/1.1 429 Too Many Requests", upgrade("127.0.0.1"));
            try (RawConnection third = new RawConnection(venue.port(), "127.0.0.2")) {
                assertEquals("HTTP/1.1 101 Switching Protocols", third.upgrade("/ws/2"));
                assertEquals("HTTP/1.1 429 Too Many Requests", upgrade("127.0.0.3"));
            }
            assertEquals(List.of(), first.framesBeforePong());
            assertEquals(1000, second.closeGracefully());
            try (VenueClient again = VenueClient.connect(venue)) {
                assertEquals(List.of(), again.framesBeforePong());
            }
        }
    }

    private String upgrade(String from) throws IOException {
        try (RawConnection raw = new RawConnection(venue.port(), from)) {
            return raw.upgrade("/ws/2");
        }
    }

    @Test
    void shouldCloseConnectionsThatDoNotShakeHands() throws Exception {
        venue = SimulatedVenue.start(STILL.withLimits(few(300)));
        try (VenueClient client = connectInTime();
                RawConnection mute = new RawConnection(venue.port());
                RawConnection old = new RawConnection(venue.port())) {
            old.http(
                    "GET / HTTP/1.1",
                    "Host: x",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Version: 7");
            assertTrue(mute.isAtEnd());
            old.isAtEnd();
            assertEquals(List.of(), client.framesBeforePong());
            connectInTime().close(); // there is room again
        }
    }

    /** A client that this machine held up may be too late, and comes again. */
    private VenueClient connectInTime() throws Exception {
        for (int i = 0; i < ATTEMPTS_MAX; i++) {
            try {
                return VenueClient.connect(venue);
            } catch (ExecutionException e) {
                assertFalse(e.toString().contains("429"), e::toString);
            }
        }
        throw new AssertionError("always too late");
    }

    @Test
    void shouldCloseAtOnceWhatComesBeyondTheOpenHandshakes() throws Exception {
        VenueLimits patient = new VenueLimits(3, 3, 2, 600_000, 20, 3, 2 * CANDLES, 1 << 20);
        try (VenueClient client = start(STILL, patient);
                RawConnection first = new RawConnection(venue.port());
                RawConnection second = new RawConnection(venue.port());
                RawConnection third = new RawConnection(venue.port())) {
            assertTrue(third.isAtEnd());
            assertEquals("HTTP/1.1 101 Switching Protocols", first.upgrade("/ws/2"));
            assertEquals("HTTP/1.1 101 Switching Protocols", second.upgrade("/ws/2"));
            assertEquals(List.of(), client.framesBeforePong());
        }
    }

    @Test
    void shouldRefuseOrdersBeyondTheirNumberUntilOneIsGone() throws Exception {
        venue = SimulatedVenue.start(STILL.withLimits(FEW));
        try (VenueClient client = VenueClient.authenticated(venue, 1)) {
            for (int cid = 1; cid <= 3; cid++) {
                assertTrue(order(client, cid, "").contains(",\"SUCCESS\","));
            }

            String refused = order(client, 4, "");

            assertTrue(
                    refused.contains("\"ERROR\",\"Invalid order: too many open orders"), refused);
            client.send("[0,\"oc_multi\",null,{\"all\":1}]").skipTo("[0,\"n\",");
            assertTrue(order(client, 5, "").contains(",\"SUCCESS\","));
        }
    }

    private static String order(VenueClient client, int cid, String more) throws Exception {
        client.send(
                "[0,\"on\",null,{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"cid\":"
                        + cid
                        + ",\"amount\":\"0.01\",\"price\":\"1000\""
                        + more
                        + "}]");
        return client.skipTo("[0,\"n\",");
    }

    @Test
    void shouldRefuseAmountsWhoseSumIsBeyondALong() throws Exception {
        venue = SimulatedVenue.start(STILL);
        try (VenueClient client = VenueClient.authenticated(venue, 1)) {
            String refused = "";
            for (int i = 0; i < 4; i++) {
                client.send(
                        "[0,\"on\",null,{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\","
                                + "\"amount\":\"9000000000\",\"price\":\"0.0000000001\"}]");
                refused = client.skipTo("[0,\"n\",");
            }

            assertTrue(refused.contains("Invalid order: the open amounts"), refused);
        }
    }

    @Test
    void shouldKeepLittleOfWhatAnOrderBrings() throws Exception {
        venue = SimulatedVenue.start(STILL);
        try (VenueClient client = VenueClient.authenticated(venue, 1)) {
            String junk = "x".repeat(2_000);

            assertTrue(order(client, 1, ",\"junk\":\"" + junk + "\"").contains(",\"SUCCESS\","));
            String refused = order(client, 2, ",\"meta\":{\"a\":\"" + junk + "\"}");

            assertTrue(refused.contains("\"ERROR\",\"meta: invalid\""), refused);
        }
    }

    @Test
    void shouldCloseAConnectionThatGuessesKeys() throws Exception {
        try (VenueClient client = start(STILL, FEW);
                VenueClient other = VenueClient.connect(venue)) {
            for (int i = 0; i < FEW.authFailures(); i++) {
                client.send(VenueClient.auth("key" + i, "secret", i, ""));
            }

            assertEquals(1008, client.closeCode());
            other.send(VenueClient.auth("demo-key", "demo-secret", 1, "")).skipTo("[0,\"bu\"");
        }
    }

    @Test
    void shouldRefuseAFilterOfTooManyGroups() throws Exception {
        try (VenueClient client = start(STILL, VenueLimits.DEFAULTS)) {
            String groups = String.join(",", Collections.nCopies(65, "\"wallet\""));

            client.send(
                    VenueClient.auth("demo-key", "demo-secret", 1, ",\"filter\":[" + groups + "]"));

            String refused = client.skipTo("{\"event\":\"auth\"");
            assertTrue(refused.contains("\"code\":10100,\"msg\":\"filter: invalid\""), refused);
        }
    }

    @Test
    void shouldRefuseASubIdThatIsTooLong() throws Exception {
        try (VenueClient client = start(STILL, VenueLimits.DEFAULTS)) {
            String request =
                    "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"";

            client.send(request + ",\"subId\":\"" + "s".repeat(1_025) + "\"}");
            String refused = client.skipTo("{\"channel\"");

            assertTrue(refused.contains("\"msg\":\"subId: invalid\",\"code\":10300"), refused);
            subscribe(client, request + ",\"subId\":\"" + "s".repeat(1_024) + "\"}");
        }
    }

    @Test
    void shouldCutTheTextsItKeeps() throws Exception {
        try (VenueClient client = start(STILL, VenueLimits.DEFAULTS)) {
            client.send("x".repeat(60_000)).framesBeforePong();

            assertEquals(VenueLimits.RECENT_LENGTH_MAX, venue.recentFrames().get(0).length());
        }
    }

    @Test
    void shouldCloseWithAWordWhenAClientDoesNotReadItsBooks() throws Exception {
        VenueConfig small = withOutbound(65_536);
        try (VenueClient other = start(small, VenueLimits.DEFAULTS);
                RawConnection slow = new RawConnection(venue.port())) {
            slow.upgrade("/ws/2");
            slow.text(
                    "{\"event\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"tBTCUSD\"}", true);
            slow.frame();
            slow.frame();

            for (int i = 0; venue.feeds() > 0; i++) {
                venue.controls().sendHuge(40_000);
                assertTrue(i < 1_000, "it should have been closed");
                other.framesBeforePong();
            }

            assertEndsWith("1008 slow consumer: too many bytes wait for you", slow);
            assertEquals(List.of(), other.framesBeforePong());
        }
    }

    private static VenueConfig withOutbound(int bytes) {
        return STILL.withOutboundBytesMax(bytes);
    }

    @Test
    void shouldCloseAClientThatReadsNothingForLong() throws Exception {
        venue = SimulatedVenue.start(withOutbound(1_024).withIdleTimeoutMs(200));
        try (RawConnection slow = RawConnection.subscribed(venue.port(), "tBTCUSD")) {
            slow.frame(); // the snapshot
            venue.controls().sendHuge(8_000_000); // more than the system keeps for a socket
            while (venue.openSessions() > 0) {
                Thread.onSpinWait();
            }

            assertEndsWith("1008 slow consumer: you do not read", slow);
        }
    }

    /** Who does not read its farewell within two seconds, as on a machine that stands still, has none. */
    private static void assertEndsWith(String farewell, RawConnection connection)
            throws IOException {
        try {
            assertEquals(farewell, connection.readToClose());
        } catch (EOFException | SocketException e) {
            // It was dropped.
        }
    }

    @Test
    void shouldCloseTheSlowestWhenAllTogetherLetTooMuchWait() throws Exception {
        List<RawConnection> slow = new ArrayList<>();
        try (VenueClient other =
                start(
                        withOutbound(1 << 20),
                        new VenueLimits(20, 20, 20, 60_000, 20, 3, 2 * CANDLES, 1))) {
            for (int i = 0; i < 6; i++) {
                slow.add(new RawConnection(venue.port()));
                slow.get(i).upgrade("/ws/2");
            }
            for (int i = 0; i < 3; i++) {
                venue.controls().sendHuge(3_000_000);
                other.framesBeforePong();
            }

            assertTrue(venue.openSessions() < 7, "open: " + venue.openSessions());
            assertEquals(List.of(), other.framesBeforePong());
        } finally {
            for (RawConnection connection : slow) {
                connection.close();
            }
        }
    }
}
