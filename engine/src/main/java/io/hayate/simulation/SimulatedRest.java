package io.hayate.simulation;

import io.hayate.history.HistoryAccount;
import io.hayate.history.RestAnswer;
import io.hayate.history.RestTap;
import io.hayate.venue.rest.RestKey;
import io.hayate.venue.rest.RestRequest;
import io.hayate.venue.rest.RestResponse;
import java.util.Arrays;
import java.util.function.Consumer;

/** Signed requests to the exchange of a simulation. One thread. */
final class SimulatedRest {
    private static final int UNAVAILABLE = 503;
    private static final String TIMED_OUT = "no answer within 10 s";

    private final ExchangeWay venue;
    private final String address;
    private final HistoryAccount account;
    private final RestTap tap;
    private String path = ""; // of what was asked last
    private String asked = "";

    SimulatedRest(ExchangeWay venue, String address, HistoryAccount account, RestTap tap) {
        this.tap = tap;
        this.venue = venue;
        this.address = address;
        this.account = account;
    }

    /**
     * Asks; the answer comes now, later, or never.
     *
     * @param sent what the exchange is told in place of what is asked, which a tap hears
     */
    void post(String to, String body, String sent, Consumer<RestResponse> answer) {
        path = to;
        asked = body;
        long nonce = account.nonces().next();
        String signature = account.signature(path, nonce, sent);
        RestKey key = new RestKey(account.apiKey(), Long.toString(nonce), signature, null);
        venue.exchange().onTime(venue.clock().time(), venue.clock().nanoTime());
        venue.exchange().onRequest(RestRequest.of("POST", path, key, sent, address), answer);
    }

    /** Asks, and is refused on the way. */
    RestAnswer refused(String to, String body) {
        path = to;
        asked = body;
        return heard(new RestAnswer(UNAVAILABLE, new byte[0]));
    }

    /** Takes the answer to what was asked last. */
    RestAnswer answered(RestResponse response) {
        byte[] body = Arrays.copyOf(response.bytes(), response.length());
        return heard(new RestAnswer(response.status(), body));
    }

    private RestAnswer heard(RestAnswer answer) {
        tap.onAnswer(path, asked, answer);
        return answer;
    }

    /** What was asked last is answered no more; in words. */
    String timedOut() {
        tap.onFailure(path, asked, TIMED_OUT);
        return TIMED_OUT;
    }
}
