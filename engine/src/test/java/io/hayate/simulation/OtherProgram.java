package io.hayate.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hayate.session.Credentials;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Another program of an account, which trades without a network between it and the exchange. */
final class OtherProgram implements Outbox {
    private static final String ALGORITHM = "HmacSHA384";

    private final Simulation simulation;
    private final VenueSession session;
    private final List<String> heard = new ArrayList<>();

    OtherProgram(Simulation simulation, Credentials keys, String secret, String address) {
        this.simulation = simulation;
        session = simulation.exchange().onConnected(this, address);
        long nonce = simulation.clock().time() * 1_000 + 1;
        String payload = "AUTH" + nonce;
        send(
                "{\"event\":\"auth\",\"apiKey\":\""
                        + keys.apiKey()
                        + "\",\"authSig\":\""
                        + signature(secret, payload)
                        + "\",\"authNonce\":"
                        + nonce
                        + ",\"authPayload\":\""
                        + payload
                        + "\"}");
    }

    private static String signature(String secret, String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends an input of the account, written with single quotes. */
    void input(String type, String payload) {
        send("[0,\"" + type + "\",null," + payload.replace('\'', '"') + "]");
    }

    private void send(String text) {
        simulation.exchange().onText(session, text);
    }

    /** What it heard since it was asked last. */
    List<String> take() {
        List<String> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }

    @Override
    public void text(byte[] bytes, int length) {
        heard.add(new String(bytes, 0, length, UTF_8));
    }

    @Override
    public void masked(byte[] bytes, int length) {
        throw new IllegalStateException("masked");
    }

    @Override
    public void close(int code, String reason) {
        heard.add("close " + code + " " + reason);
    }

    @Override
    public void drop() {
        heard.add("drop");
    }
}
