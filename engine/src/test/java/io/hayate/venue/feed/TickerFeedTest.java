package io.hayate.venue.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickerFeedTest {
    private static final VenueConfig LIVELY =
            VenueConfig.DEFAULTS.withTickersPerSecond(500).withHeartbeatMs(40);

    @Test
    void shouldSendTheSameFramesWhenSeedIsTheSame() throws Exception {
        List<String> first = tickers(42, "tBTCUSD", 300);

        assertEquals(first, tickers(42, "tBTCUSD", 300));
        assertNotEquals(first, tickers(43, "tBTCUSD", 300));
        assertTrue(first.stream().distinct().count() > 290);
    }

    /** The first rows of a symbol from a venue of its own, channel ids included. */
    private static List<String> tickers(long seed, String symbol, int count) throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(LIVELY.withSeed(seed));
                VenueClient client = VenueClient.connect(venue)) {
            client.send(subscribe(symbol)).next();
            List<String> rows = new ArrayList<>();
            while (rows.size() < count) {
                String frame = client.next();
                if (!frame.endsWith("\"hb\"]")) {
                    rows.add(frame);
                }
            }
            return rows;
        }
    }

    @Test
    void shouldNumberEveryArrayFrameWhenSequencesAreOn() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(LIVELY);
                VenueClient client = VenueClient.connect(venue)) {
            client.send("{\"event\":\"conf\",\"flags\":98304}").next();
            client.send(subscribe("tBTCUSD")).send(subscribe("fUSD"));
            client.send(VenueClient.auth("demo-key", "demo-secret", 5, ""));

            long expected = 1;
            for (int beats = 0; beats < 6; ) {
                String frame = client.next();
                if (frame.startsWith("[")) {
                    assertEquals(expected++, sequence(frame), frame);
                    beats += frame.contains(",\"hb\",") ? 1 : 0;
                }
            }
            assertTrue(expected > 20);
        }
    }

    private static long sequence(String frame) {
        boolean account = frame.startsWith("[0,") && !frame.startsWith("[0,\"hb\"");
        String[] tail = frame.substring(0, frame.length() - 1).split(",", -1);
        assertTrue(tail[tail.length - 1].matches("\\d{13}"), frame);
        return Long.parseLong(tail[tail.length - (account ? 3 : 2)]);
    }

    @Test
    void shouldStartSequenceAtOneWhenFlagIsSwitchedOnAgain() throws Exception {
        VenueConfig still = LIVELY.withTickersPerSecond(0).withHeartbeatMs(0);
        try (SimulatedVenue venue = SimulatedVenue.start(still);
                VenueClient client = VenueClient.connect(venue)) {
            conf(client, 65_536);
            assertTrue(snapshot(client, "tBTCUSD").endsWith(",null],1]"));
            assertTrue(snapshot(client, "tETHUSD").endsWith(",null],2]"));
            conf(client, 32_768);
            assertTrue(snapshot(client, "tXRPUSD").matches(".*,null\\],\\d{13}\\]"));
            conf(client, 65_536);

            assertTrue(snapshot(client, "tETHBTC").endsWith(",null],1]"));
        }
    }

    private static void conf(VenueClient client, int flags) throws Exception {
        client.send("{\"event\":\"conf\",\"flags\":" + flags + "}");
        client.skipTo("{\"event\":\"conf\",\"status\":\"OK\"");
    }

    private static String snapshot(VenueClient client, String symbol) throws Exception {
        client.send(subscribe(symbol));
        String channelId = client.skipTo("{\"event\":\"subscribed\"").replaceAll("\\D", "");
        return client.skipTo("[" + channelId + ",[");
    }

    @Test
    void shouldBeatOnAllChannelsInOneBurst() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(LIVELY.withTickersPerSecond(0));
                VenueClient client = VenueClient.connect(venue)) {
            String btc = snapshot(client, "tBTCUSD").replaceAll(",.*", "");
            String usd = snapshot(client, "fUSD").replaceAll(",.*", "");
            client.send(VenueClient.auth("demo-key", "demo-secret", 5, "")).skipTo("[0,\"bu\"");

            String first = client.skipTo(btc + ",\"hb\"]");

            assertEquals(
                    List.of(btc + ",\"hb\"]", usd + ",\"hb\"]", "[0,\"hb\"]"),
                    List.of(first, client.next(), client.next()));
        }
    }

    @Test
    void shouldKeepMarketStillWhileNobodyWatches() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(LIVELY.withTickersPerSecond(1_000));
                VenueClient other = VenueClient.connect(venue);
                VenueClient client = VenueClient.connect(venue)) {
            other.send(subscribe("tETHUSD")).next(50);

            String frame = snapshot(client, "tBTCUSD");

            assertTrue(frame.contains(",[86710,"), frame); // where it starts
        }
    }

    private static String subscribe(String symbol) {
        return "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"" + symbol + "\"}";
    }
}
