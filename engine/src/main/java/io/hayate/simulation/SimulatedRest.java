package io.hayate.simulation;

import io.hayate.history.HistoryAccount;
import io.hayate.venue.rest.RestKey;
import io.hayate.venue.rest.RestRequest;
import io.hayate.venue.rest.RestResponse;
import java.util.function.Consumer;

/** Signed requests to the exchange of a simulation. One thread. */
final class SimulatedRest {
    private final ExchangeWay venue;
    private final String address;
    private final HistoryAccount account;

    SimulatedRest(ExchangeWay venue, String address, HistoryAccount account) {
        this.venue = venue;
        this.address = address;
        this.account = account;
    }

    /** Asks; the answer comes now, later, or never. */
    void post(String path, String body, Consumer<RestResponse> answer) {
        long nonce = account.nonces().next();
        String signature = account.signature(path, nonce, body);
        RestKey key = new RestKey(account.apiKey(), Long.toString(nonce), signature, null);
        venue.exchange().onTime(venue.clock().time(), venue.clock().nanoTime());
        venue.exchange().onRequest(RestRequest.of("POST", path, key, body, address), answer);
    }
}
