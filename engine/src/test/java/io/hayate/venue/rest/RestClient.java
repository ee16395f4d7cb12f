package io.hayate.venue.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks an exchange without sockets, at times that the test tells. */
public final class RestClient {
    static final long NOW_MS = 1_764_000_000_000L;

    private static final long MS = 1_000_000;

    private final Exchange exchange;

    RestClient(VenueConfig config) {
        exchange = new Exchange(config, VenueListener.NONE, NOW_MS, 0);
    }

    Exchange exchange() {
        return exchange;
    }

    void goTo(long timeMs) {
        while (exchange.nextDueNs() <= timeMs * MS) {
            exchange.onTime(NOW_MS + exchange.nextDueNs() / MS, exchange.nextDueNs());
        }
        exchange.onTime(NOW_MS + timeMs, timeMs * MS);
    }

    RestResponse ask(String method, String target, String body) {
        return ask(exchange, RestRequest.of(method, target, RestKey.NONE, body, "10.0.0.1"));
    }

    /** The answer that comes at once. */
    public static RestResponse ask(Exchange exchange, RestRequest request) {
        List<RestResponse> answers = new ArrayList<>();
        exchange.onRequest(request, answers::add);
        assertEquals(1, answers.size());
        return answers.get(0);
    }

    /** The status and the text of an answer: {@code 200 [1]}. */
    String get(String target) {
        return text(ask("GET", target, ""));
    }

    String post(String target, String body) {
        return text(ask("POST", target, body));
    }

    static String text(RestResponse response) {
        return response.status() + " " + response.body();
    }

    /** The rows of an answer that is a list. */
    List<?> rows(String target) throws IOException {
        return (List<?>) JsonReader.read(ask("GET", target, "").body().toString());
    }
}
