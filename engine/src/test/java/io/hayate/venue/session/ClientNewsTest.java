package io.hayate.venue.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientNewsTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private SimulatedVenue venue;

    @BeforeEach
    void start() {
        VenueConfig still = VenueConfig.DEFAULTS.withTickersPerSecond(0);
        venue = SimulatedVenue.start(still, (subject, text) -> told.add(text.get()));
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    private String next() throws InterruptedException {
        return String.valueOf(told.poll(30, TimeUnit.SECONDS)).replaceAll("\\d{9,}", "ID");
    }

    private void assertNext(String regex) throws InterruptedException {
        String line = next();
        assertTrue(line.matches(regex), line);
    }

    private static void order(VenueClient client, String type, String more) throws Exception {
        client.send(
                "[0,\"on\",null,{\"type\":\"EXCHANGE "
                        + type
                        + "\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\""
                        + more
                        + "}]");
        client.skipTo("[0,\"n\",");
    }

    @Test
    void shouldTellOfAClientFromItsComingToItsGoing() throws Exception {
        VenueClient client = VenueClient.connect(venue);
        client.send(VenueClient.auth("\\u001b[2Jkey", "secret", 1, "")).next();
        client.send(VenueClient.auth("demo-key", "demo-secret", 2, "")).skipTo("[0,\"bu\"");
        client.closeGracefully();

        assertNext("client 1 connected from 127\\.0\\.0\\.1:\\d+");
        assertEquals("client 1 could not authenticate: apikey: invalid", next());
        assertEquals("client 1 authenticated, account demo", next());
        assertNext("client 1 left after \\d+s");
    }

    @Test
    void shouldTellOfAnOrderFromItsComingToItsGoing() throws Exception {
        try (VenueClient client = VenueClient.authenticated(venue, 1)) {
            order(client, "LIMIT", ",\"price\":\"1000\",\"cid\":1");
            client.send("[0,\"oc_multi\",null,{\"all\":1}]").skipTo("[0,\"oc\"");
            order(client, "MARKET", "");
            order(client, "\\u001b[2J", "");
            client.framesBeforePong();

            next(); // connected
            next(); // authenticated
            assertEquals("order ID of client 1: buy 0.01 BTCUSD at 1000", next());
            assertEquals("order ID ended: CANCELED", next());
            assertEquals("order ID of client 1: buy 0.01 BTCUSD at market", next());
            assertNext("order ID filled: 0\\.01 at \\d+");
            assertEquals("order of client 1 refused: type: invalid", next());
            VenueTotals totals = venue.totals();
            assertEquals(List.of(3L, 2L, 1L, 1L, 1L), counts(totals));
        }
    }

    private static List<Long> counts(VenueTotals totals) {
        return List.of(
                totals.orders(),
                totals.accepted(),
                totals.refused(),
                totals.canceled(),
                totals.fills());
    }
}
