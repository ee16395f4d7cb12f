package io.hayate.simulation;

import io.hayate.history.HistoryAccount;
import io.hayate.history.RestWay;
import io.hayate.session.AuthSigner;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.rest.RestKey;
import io.hayate.venue.rest.RestRequest;
import io.hayate.venue.rest.RestResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The exchange's REST as a program with the demonstration account's key asks it; notes what is asked. */
final class RestOfExchange implements RestWay {
    final List<String> asked = new ArrayList<>(); // time in ms since the start, path, body
    private final Simulation simulation;
    private final HistoryAccount account;
    private int refusals;

    RestOfExchange(Simulation simulation, SimulatedDisk disk) {
        this.simulation = simulation;
        account =
                new HistoryAccount(
                        SimulationRig.DEMO.apiKey(),
                        new AuthSigner(SimulationRig.DEMO.apiSecret())::sign,
                        () -> disk.nextNonce(simulation.clock().time() * 1_000 + 1_000));
    }

    /** So many requests from now on fail. */
    void refuse(int requests) {
        refusals = requests;
    }

    @Override
    public byte[] post(String path, String body) throws IOException {
        Exchange exchange = simulation.exchange();
        asked.add(simulation.clock().nanoTime() / SimulationRig.MS + " " + path + " " + body);
        if (refusals > 0) {
            refusals--;
            throw new IOException("HTTP status 503");
        }
        long nonce = account.nonces().next();
        String signature = account.signature(path, nonce, body);
        RestKey key = new RestKey(account.apiKey(), Long.toString(nonce), signature, null);
        AtomicReference<RestResponse> answer = new AtomicReference<>();
        exchange.onTime(simulation.clock().time(), simulation.clock().nanoTime());
        exchange.onRequest(RestRequest.of("POST", path, key, body, "10.1.0.1"), answer::set);
        if (answer.get() == null || answer.get().status() != 200) {
            throw new IOException(answer.get() == null ? "no answer" : text(answer.get()));
        }
        return Arrays.copyOf(answer.get().bytes(), answer.get().length());
    }

    private static String text(RestResponse answer) {
        String body = new String(answer.bytes(), 0, answer.length(), StandardCharsets.US_ASCII);
        return "HTTP status " + answer.status() + ", " + body;
    }
}
