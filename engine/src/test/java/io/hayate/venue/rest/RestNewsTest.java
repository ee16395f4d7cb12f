package io.hayate.venue.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.RestTotals;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a venue tells and counts of requests by REST. */
class RestNewsTest {
    private static final String MARKET =
            "{\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\"}";

    private final List<String> told = new ArrayList<>();
    private final Exchange exchange =
            new Exchange(
                    VenueConfig.DEFAULTS.withTickersPerSecond(0),
                    (subject, text) -> told.add(text.get().replaceAll("\\d{9,}", "ID")),
                    RestClient.NOW_MS,
                    0);
    private final SignedClient demo = SignedClient.demo();

    private void ask(RestRequest request) {
        exchange.onRequest(request, answer -> {});
    }

    private void get(String target) {
        ask(RestRequest.of("GET", target, RestKey.NONE, "", "10.0.0.1"));
    }

    @Test
    void shouldTellOfOrdersByRestAndOfWhoAsksForTheFirstTime() {
        ask(demo.request("w/order/submit", MARKET));
        ask(demo.request("w/order/submit", "{}"));

        assertEquals("REST asked from 10.0.0.1", told.get(0));
        assertEquals("order ID by REST: buy 0.01 BTCUSD at market", told.get(1));
        assertTrue(told.get(2).startsWith("order ID filled: 0.01 at "), told.get(2));
        assertTrue(told.get(3).startsWith("order by REST refused: "), told.get(3));
        assertEquals(4, told.size());
    }

    @Test
    void shouldTellOfKeysThatDoNotFitAndOfWhoAsksTooMuch() {
        RestKey wrong = new RestKey("key\u001b[2J", "1", "00", null);
        ask(RestRequest.of("POST", "/v2/auth/r/wallets", wrong, "{}", "10.0.0.1"));
        RestRequest twice = demo.request("r/wallets", "{}");
        ask(twice);
        ask(twice);
        for (int i = 0; i < 31; i++) {
            get("/v2/platform/status");
        }

        assertEquals(
                List.of(
                        "REST asked from 10.0.0.1",
                        "REST from 10.0.0.1 could not authenticate: apikey: invalid",
                        "REST from 10.0.0.1 could not authenticate: nonce: small",
                        "REST from 10.0.0.1 limited: platform"),
                told);
    }

    @Test
    void shouldCountRequestsByWhatBecameOfThem() {
        exchange.controls(Runnable::run).faults().add("lost-ack times=1");
        exchange.controls(Runnable::run).faults().add("late-ack nth=2 delay=1s");
        ask(demo.request("w/order/submit", MARKET));
        ask(demo.request("w/order/submit", MARKET));
        ask(demo.request("w/order/submit", MARKET));
        get("/v2/ticker/tNOPE");
        get("/");
        for (int i = 0; i < 31; i++) {
            get("/v2/platform/status");
        }
        get("/venue");

        assertEquals(new RestTotals(36, 3, 2, 1, 2), exchange.totals().rest());
        exchange.onTime(RestClient.NOW_MS + 1_000, 1_000_000_000);
        assertEquals(1, exchange.totals().rest().unanswered());
    }
}
