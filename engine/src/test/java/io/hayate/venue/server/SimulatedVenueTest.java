package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedVenueTest {
    private static final VenueConfig STILL = VenueConfig.DEFAULTS.withTickersPerSecond(0);

    private SimulatedVenue venue;

    @BeforeEach
    void start() {
        venue = SimulatedVenue.start(STILL);
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void shouldSendInfoAtOnceOnAnyPath() throws Exception {
        String root = "ws://127.0.0.1:" + venue.port();
        for (String path : List.of("", "/", "/ws", "/ws/2", "/anything/else?x=1")) {
            try (VenueClient client = VenueClient.open(URI.create(root + path))) {
                String info = client.next();

                String uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
                assertTrue(
                        info.matches(
                                "\\{\"event\":\"info\",\"version\":2,\"serverId\":\""
                                        + uuid
                                        + "\",\"platform\":\\{\"status\":1\\}\\}"),
                        info);
            }
        }
    }

    @Test
    void shouldAnswerPingsAndEchoTheClose() throws Exception {
        try (VenueClient client = VenueClient.connect(venue)) {
            assertEquals("still there?", client.ping("still there?"));
            assertEquals(1000, client.closeGracefully());
        }
    }

    @Test
    void shouldNotCompressWhenClientOffersIt() throws Exception {
        try (RawConnection raw = new RawConnection(venue.port())) {
            assertEquals("HTTP/1.1 101 Switching Protocols", raw.upgrade("/ws/2"));
            RawConnection.Frame info = raw.frame();

            assertEquals(0x81, info.first());
            assertTrue(info.text().startsWith(VenueClient.INFO_START));
        }
    }

    @Test
    void shouldDropWith1002WhenClientDoesNotMask() throws Exception {
        try (RawConnection raw = new RawConnection(venue.port())) {
            raw.upgrade("/ws/2");
            raw.frame();

            raw.text("{\"event\":\"ping\"}", false);

            assertEquals(1002, raw.frame().closeCode());
            assertTrue(raw.isAtEnd());
        }
    }

    @Test
    void shouldDropWith1009WhenClientSendsTooMuch() throws Exception {
        try (RawConnection raw = new RawConnection(venue.port())) {
            raw.upgrade("/ws/2");
            raw.frame();

            raw.announce(10_000_000);

            assertEquals(1009, raw.frame().closeCode());
            assertTrue(raw.isAtEnd());
        }
    }

    @Test
    void shouldDropWith1009WhenFragmentsAddUpToTooMuch() throws Exception {
        try (VenueClient client = VenueClient.connect(venue)) {
            assertEquals(1009, client.sendFragments("x".repeat(40_000), 2).closeCode());
        }
    }

    @Test
    void shouldReadRequestThatComesInFragments() throws Exception {
        try (VenueClient client = VenueClient.connect(venue)) {
            client.sendFragments("{\"event\":\"ping\",", "\"cid\":", "5}");

            assertTrue(client.next().endsWith("\"cid\":5}"));
        }
    }

    @Test
    void shouldAnswer426WhenRequestIsPlainHttp() throws Exception {
        try (RawConnection raw = new RawConnection(venue.port())) {
            String status = raw.http("GET /ws/2 HTTP/1.1", "Host: 127.0.0.1");

            assertEquals("HTTP/1.1 426 Upgrade Required", status);
        }
    }

    @Test
    void shouldAnswer400WhenHandshakeIsBroken() throws Exception {
        try (RawConnection raw = new RawConnection(venue.port())) {
            String status =
                    raw.http(
                            "GET /ws/2 HTTP/1.1",
                            "Host: 127.0.0.1",
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Sec-WebSocket-Version: 13");

            assertEquals("HTTP/1.1 400 Bad Request", status);
        }
    }

    @Test
    void shouldDropIdleConnectionWithoutClosingFrame() throws Exception {
        venue.close();
        venue = SimulatedVenue.start(STILL.withIdleTimeoutMs(50));
        try (RawConnection raw = new RawConnection(venue.port())) {
            raw.upgrade("/ws/2");
            assertTrue(raw.frame().text().startsWith(VenueClient.INFO_START));

            assertTrue(raw.isAtEnd());
        }
    }

    @Test
    void shouldKeepIdleConnectionThatHasSubscribed() throws Exception {
        venue.close();
        venue = SimulatedVenue.start(STILL.withIdleTimeoutMs(200).withHeartbeatMs(100));
        try (RawConnection raw = RawConnection.subscribed(venue.port(), "fUSD")) {
            for (int beats = 0; beats < 10; ) {
                beats += raw.frame().text().endsWith(",\"hb\"]") ? 1 : 0;
            }

            assertEquals(1, venue.connections());
        }
    }

    @Test
    void shouldNameHostAndPortWhenPortIsInUse() {
        ConfigException refused =
                assertThrows(
                        ConfigException.class,
                        () -> SimulatedVenue.start(STILL.withPort(venue.port())));

        assertEquals(
                "embedded.port must be free to listen on: was 127.0.0.1:"
                        + venue.port()
                        + ", which is in use",
                refused.getMessage());
    }

    @Test
    void shouldListenAgainOnThePortThatWasClosed() throws Exception {
        int port = venue.port();
        VenueClient client = VenueClient.connect(venue);
        venue.close();
        assertEquals(1001, client.closeCode());

        venue = SimulatedVenue.start(STILL.withPort(port));

        VenueClient.connect(venue).close();
    }

    @Test
    void shouldCountConnectionsFramesAndOrders() throws Exception {
        try (VenueClient client = VenueClient.authenticated(venue, 1)) {
            client.send("[0,\"on\",null,{}]").framesBeforePong();

            assertEquals(1, venue.connections());
            assertEquals(1, venue.connectionsOpened());
            assertEquals(3, venue.framesReceived());
            assertEquals(1, venue.ordersReceived());
            assertEquals("[0,\"on\",null,{}]", venue.recentFrames().get(1));
        }
    }

    @Test
    void shouldSkipTickersWhenClientDoesNotRead() throws Exception {
        venue.close();
        venue =
                SimulatedVenue.start(
                        STILL.withHost("localhost")
                                .withSymbols(List.of("tBTCUSD"))
                                .withHeartbeatMs(0)
                                .withOutboundBytesMax(100_000));
        try (RawConnection deaf = new RawConnection(venue.port());
                VenueClient reader = VenueClient.connect(venue)) {
            String subscribe =
                    "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"pair\":\"BTCUSD\"}";
            deaf.upgrade("/ws/2");
            deaf.text(subscribe, true);
            reader.send(subscribe).framesBeforePong();
            while (venue.tickersSent() < 2) {
                reader.framesBeforePong();
            }

            while (venue.tickersSkipped() < 10_000) {
                venue.controls().advance(1_000);
                reader.framesBeforePong();
            }

            assertEquals(2, venue.connections());
            assertTrue(deaf.frame().text().startsWith(VenueClient.INFO_START));
            String last = readToGap(deaf);
            assertTrue(last.startsWith("[") && last.endsWith(",null]]"), last);
        }
    }

    /** Reads what had been buffered, and on to the next row once there is room again. */
    private String readToGap(RawConnection deaf) throws IOException {
        long skipped = venue.tickersSkipped();
        String frame = deaf.frame().text();
        for (int i = 0; i < 1_000; i++) {
            frame = deaf.frame().text();
        }
        assertEquals(skipped, venue.tickersSkipped());
        return frame;
    }

    @Test
    void shouldCountEveryTextItSentWhenClientHasReadThem() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(STILL.withHeartbeatMs(0));
                VenueClient client = VenueClient.connect(venue)) {
            client.send("{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}");
            int read = client.framesBeforePong().size();

            assertEquals(2, read);
            assertEquals(read + 2, venue.textsSent()); // with info and the pong
        }
    }

    @Test
    void shouldStopReadingFromClientThatDoesNotReadAnswers() throws Exception {
        Thread writer;
        try (RawConnection deaf = new RawConnection(venue.port())) {
            deaf.upgrade("/ws/2");
            writer = new Thread(() -> pingUntilClosed(deaf));
            writer.start();
            long before = 0;
            while (before == 0 || before != venue.framesReceived()) { // until it stands still
                before = venue.framesReceived();
                exchangePings(50);
            }
            assertTrue(writer.isAlive());
        }
        writer.join();
    }

    private void exchangePings(int count) throws Exception {
        try (VenueClient other = VenueClient.connect(venue)) {
            for (int i = 0; i < count; i++) {
                other.ping("x");
            }
        }
    }

    private static void pingUntilClosed(RawConnection connection) {
        String ping = "{\"event\":\"ping\",\"cid\":\"" + "x".repeat(90) + "\"}";
        assertThrows(
                IOException.class,
                () -> {
                    while (true) {
                        connection.text(ping, true);
                    }
                });
    }
}
