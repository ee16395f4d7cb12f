package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.RawConnection;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueControlsTest {
    private static final String PING = "{\"event\":\"ping\",\"cid\":1}";

    private SimulatedVenue venue;
    private VenueControls controls;

    @BeforeEach
    void start() {
        venue =
                SimulatedVenue.start(
                        VenueConfig.DEFAULTS.withTickersPerSecond(0).withHeartbeatMs(10));
        controls = venue.controls();
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 503})
    void shouldRefuseSoManyConnectionsWithStatus(int status) throws Exception {
        controls.refuseConnections(2, status);

        for (int i = 0; i < 2; i++) {
            Throwable cause =
                    assertThrows(ExecutionException.class, () -> VenueClient.connect(venue))
                            .getCause();
            WebSocketHandshakeException refused = (WebSocketHandshakeException) cause;
            assertEquals(status, refused.getResponse().statusCode());
        }
        VenueClient.connect(venue).close();
        assertEquals(1, venue.connectionsOpened());
    }

    @Test
    void shouldHangUpInTheHandshake() throws Exception {
        controls.closeHandshakes(1);

        try (RawConnection raw = new RawConnection(venue.port())) {
            assertThrows(IOException.class, () -> raw.upgrade("/ws/2"));
        }
        connectRaw().close();
    }

    @Test
    void shouldTellWrongVersionAndMaintenance() throws Exception {
        controls.infoVersion(1);
        controls.platformStatus(0);

        try (VenueClient client = VenueClient.open(venue.url())) {
            String info = client.next();

            assertTrue(info.startsWith("{\"event\":\"info\",\"version\":1,"), info);
            assertTrue(info.endsWith("\"platform\":{\"status\":0}}"), info);
        }
    }

    @Test
    void shouldSendInfosToAllConnections() throws Exception {
        try (VenueClient first = VenueClient.connect(venue);
                VenueClient second = VenueClient.connect(venue)) {
            controls.sendInfo(20051);
            controls.sendInfo(20060);
            controls.sendInfo(20061);

            List<String> infos = first.next(3);
            assertEquals(
                    "{\"event\":\"info\",\"code\":20051,"
                            + "\"msg\":\"Stopping. Please try to reconnect\"}",
                    infos.get(0));
            assertTrue(infos.get(2).contains("\"code\":20061"));
            assertEquals(infos, second.next(3));
        }
    }

    @Test
    void shouldGoSilentAndComeBackWithGapInSequence() throws Exception {
        try (VenueClient client = VenueClient.connect(venue)) {
            client.send("{\"event\":\"conf\",\"flags\":65536}").next();
            client.send("{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}");
            client.skipTo("{\"event\":\"subscribed\"");
            client.next();
            controls.silent(true);
            client.send(PING).send("{\"event\":\"unsubscribe\",\"chanId\":1}");
            controls.advance(5);
            while (venue.framesReceived() < 4) {
                Thread.onSpinWait();
            }
            controls.silent(false);
            controls.advance(1);

            String frame = client.skipTo("[");
            long last = 1;
            while (frame.contains("\"hb\"")) {
                long sequence = Long.parseLong(frame.replaceAll(".*,(\\d+)\\]", "$1"));
                if (sequence != last + 1) {
                    break;
                }
                last = sequence;
                frame = client.next();
            }
            assertTrue(frame.startsWith("["), frame); // neither pong nor error came
            assertNotEquals(last + 1, Long.parseLong(frame.replaceAll(".*,(\\d+)\\]", "$1")));
        }
    }

    @Test
    void shouldHoldPongsOfTheProtocolWhileSilent() throws Exception {
        try (RawConnection raw = connectRaw()) {
            controls.silent(true);
            raw.ping();
            raw.text(PING, true);
            while (venue.framesReceived() < 1) {
                Thread.onSpinWait();
            }
            controls.silent(false);
            controls.sendText("next");

            assertEquals("next", raw.frame().text());
        }
    }

    @Test
    void shouldCutTextsIntoFragments() throws Exception {
        try (RawConnection raw = connectRaw()) {
            controls.fragmentTexts(4);
            controls.sendText("0123456789");
            controls.sendText("abc");

            RawConnection.Frame[] frames = {raw.frame(), raw.frame(), raw.frame(), raw.frame()};
            assertEquals("0123 4567 89 abc", String.join(" ", texts(frames)));
            assertEquals(0x01, frames[0].first());
            assertEquals(0x00, frames[1].first());
            assertEquals(0x80, frames[2].first());
            assertEquals(0x81, frames[3].first());
        }
    }

    private static List<String> texts(RawConnection.Frame... frames) {
        return List.of(frames).stream().map(RawConnection.Frame::text).toList();
    }

    @Test
    void shouldSendMaskedHugeAndBrokenFrames() throws Exception {
        try (RawConnection raw = connectRaw()) {
            controls.sendMasked("masked");
            controls.sendInvalidUtf8();
            controls.sendHuge(10_000_000);

            assertNotEquals(0, raw.frame().mask());
            assertEquals("[\"\u00C3(\"]", raw.frame().payload());
            String huge = raw.frame().payload();
            assertEquals(10_000_000, huge.length());
            assertTrue(huge.startsWith("\"xx") && huge.endsWith("xx\""));
            controls.sendText("still here");
            assertEquals("still here", raw.frame().text());
        }
    }

    @Test
    void shouldDropOrCloseAllConnections() throws Exception {
        try (RawConnection raw = connectRaw();
                VenueClient client = VenueClient.connect(venue)) {
            client.send(PING); // both are served
            controls.dropConnections();

            assertTrue(raw.isAtEnd());
            awaitDropped();
        }
        try (VenueClient client = VenueClient.connect(venue)) {
            controls.closeConnections(1012, "restart");

            assertEquals(1012, client.closeCode());
        }
    }

    @Test
    void shouldHoldAnswersToTheseEventsAlone() throws Exception {
        try (VenueClient client = VenueClient.connect(venue)) {
            controls.holdAnswers("conf", "subscribe");
            client.send("{\"event\":\"conf\",\"flags\":65536}");
            client.send("{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"fUSD\"}");

            assertEquals(List.of(), client.framesBeforePong());
            controls.holdAnswers();
            client.send("{\"event\":\"conf\",\"flags\":65536}");
            assertTrue(client.next().startsWith("{\"event\":\"conf\",\"status\":\"OK\""));
        }
    }

    @Test
    void shouldSwallowOrderAndDropTheConnection() throws Exception {
        controls.swallowOrders(1, false);
        assertSwallowed(1);

        try (VenueClient client = VenueClient.authenticated(venue, 2)) {
            client.send("[0,\"calc\",null,[[\"wallet_exchange_BTC\"]]]");
            assertEquals(
                    "[0,\"wu\",[\"exchange\",\"BTC\",100,0,100,null,null]]",
                    client.skipTo("[0,\"wu\""));
        }
    }

    @Test
    void shouldCarryOutSwallowedOrderWhenAsked() throws Exception {
        controls.swallowOrders(1, true);
        assertSwallowed(1);

        try (VenueClient client = VenueClient.authenticated(venue, 2)) {
            client.send("[0,\"calc\",null,[[\"wallet_exchange_BTC\"]]]");
            assertEquals(
                    "[0,\"wu\",[\"exchange\",\"BTC\",100.00998,0,100.00998,null,null]]",
                    client.skipTo("[0,\"wu\""));
        }
    }

    private void assertSwallowed(long nonce) throws Exception {
        try (VenueClient client = VenueClient.authenticated(venue, nonce)) {
            client.send(
                    "[0,\"on\",null,{\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\"}]");

            awaitDropped();
            assertEquals(1, venue.ordersReceived());
        }
    }

    /** Asks the venue: the JDK's client does not always tell of a connection that is just gone. */
    private void awaitDropped() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    while (venue.connections() > 0) {
                        Thread.onSpinWait();
                    }
                });
    }

    /** A connection that has read its {@code info}. */
    private RawConnection connectRaw() throws Exception {
        RawConnection raw = new RawConnection(venue.port());
        raw.upgrade("/ws/2");
        raw.frame();
        return raw;
    }
}
