package io.hayate.venue.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TradesFeedTest {
    private SimulatedVenue venue;
    private VenueClient client;

    @BeforeEach
    void connect() throws Exception {
        venue = SimulatedVenue.start(VenueConfig.DEFAULTS.withTickersPerSecond(0));
        client = VenueClient.authenticated(venue, 1);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void shouldSendThirtyRowsNewestFirstWhenSubscribed() throws Exception {
        String answer = subscribe("tBTCUSD");
        String[] rows = rows(client.next());

        assertTrue(answer.endsWith(",\"symbol\":\"tBTCUSD\",\"pair\":\"BTCUSD\"}"), answer);
        assertEquals(30, rows.length);
        List<Long> times = Arrays.stream(rows).map(row -> number(row, 1)).toList();
        List<Long> ids = Arrays.stream(rows).map(row -> number(row, 0)).toList();
        assertEquals(times.stream().sorted((a, b) -> Long.compare(b, a)).toList(), times);
        assertTrue(!ids.equals(ids.stream().sorted((a, b) -> Long.compare(b, a)).toList()));
        assertEquals(30, ids.stream().distinct().count());
    }

    @Test
    void shouldTellAllOfATakerBeforeTheirUpdatesWhenItSweepsLevels() throws Exception {
        String answer = subscribe("tBTCUSD");
        String start = "[" + answer.replaceAll(".*\"chanId\":(\\d+),.*", "$1") + ",\"t";
        client.next();

        market("10", "tBTCUSD");
        List<String> executed = new ArrayList<>();
        String frame = client.skipTo(start);
        while (frame.startsWith(start + "e\",")) {
            executed.add(frame);
            frame = client.skipTo(start);
        }
        List<String> updated = new ArrayList<>();
        updated.add(frame);
        while (updated.size() < executed.size()) {
            updated.add(client.skipTo(start));
        }

        assertTrue(executed.size() > 1);
        assertEquals(
                executed, updated.stream().map(text -> text.replace("\"tu\"", "\"te\"")).toList());
        double sum = executed.stream().mapToDouble(text -> amount(text)).sum();
        assertEquals(10, sum, 1e-9);
    }

    @Test
    void shouldLetNoMoreTradesWaitForTheirUpdatesThanThereIsRoomFor() throws Exception {
        String answer = subscribe("tBTCUSD");
        String start = "[" + answer.replaceAll(".*\"chanId\":(\\d+),.*", "$1") + ",\"t";
        client.next();

        venue.controls().advance(1_100); // at one time
        int executed = 0;
        while (client.skipTo(start).startsWith(start + "e\",")) {
            executed++;
        }

        assertEquals(1_024, executed);
    }

    @Test
    void shouldTellOthersWhatAClientTradedWithTheSameId() throws Exception {
        try (VenueClient other = VenueClient.connect(venue)) {
            other.send(request("tBTCUSD")).next(2);
            market("-0.01", "tBTCUSD");
            String[] account = client.skipTo("[0,\"te\"").split("[\\[,]", -1);
            String[] told = other.next().split("[\\[,]", -1);

            assertEquals("\"te\"", told[2]);
            assertEquals(account[4], told[4]);
            assertEquals("-0.01", told[6]);
        }
    }

    @Test
    void shouldAgreeWithTickerAboutTheLatestPrice() throws Exception {
        subscribe("tETHUSD");
        client.next();
        client.send("{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tETHUSD\"}");
        client.next(2);
        venue.controls().advance(1);

        String trade = client.next();
        String frame = client.next();
        while (frame.contains(",\"te\",")) {
            trade = frame;
            frame = client.next();
        }

        String price = trade.replaceAll(".*,([^,]+)\\]\\]", "$1");
        assertEquals(price, frame.split(",", -1)[7]);
    }

    @Test
    void shouldTellFundingTradesWithTheirPeriod() throws Exception {
        String answer = subscribe("fUSD");
        String[] rows = rows(client.next());
        venue.controls().advance(1);

        assertTrue(answer.endsWith(",\"symbol\":\"fUSD\",\"currency\":\"USD\"}"), answer);
        assertEquals(5, rows[0].split(",", -1).length);
        String executed = client.next();
        String updated = client.next();
        assertTrue(
                executed.matches("\\[\\d+,\"fte\",\\[\\d+,\\d{13},[-.0-9]+,[-e.0-9]+,\\d+\\]\\]"),
                executed);
        assertEquals(executed.replace("fte", "ftu"), updated);
    }

    private void market(String amount, String symbol) throws Exception {
        client.send(
                "[0,\"on\",null,{\"type\":\"EXCHANGE MARKET\",\"symbol\":\"%s\",\"amount\":\"%s\"}]"
                        .formatted(symbol, amount));
    }

    private String subscribe(String symbol) throws Exception {
        return client.send(request(symbol)).skipTo("{\"event\":\"subscribed\"");
    }

    private static String request(String symbol) {
        return "{\"event\":\"subscribe\",\"channel\":\"trades\",\"symbol\":\"" + symbol + "\"}";
    }

    private static String[] rows(String snapshot) {
        String list = snapshot.substring(snapshot.indexOf("[[") + 2, snapshot.length() - 3);
        return list.split("\\],\\[", -1);
    }

    private static long number(String row, int index) {
        return Long.parseLong(row.split(",", -1)[index]);
    }

    private static double amount(String frame) {
        return Double.parseDouble(frame.split(",", -1)[4]);
    }
}
