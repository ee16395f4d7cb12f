package io.hayate.venue.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests with a key of an account, each with a larger nonce. */
public final class SignedClient {
    private static final String HMAC = "HmacSHA384";

    private final String apiKey;
    private final String secret;
    private long nonce = 1_000;

    private SignedClient(String apiKey, String secret) {
        this.apiKey = apiKey;
        this.secret = secret;
    }

    /** The first of the demo accounts. */
    public static SignedClient demo() {
        return new SignedClient("demo-key", "demo-secret");
    }

    /** The second of the demo accounts. */
    public static SignedClient second() {
        return new SignedClient("demo-key-2", "demo-secret-2");
    }

    private String sign(String path, String number, String body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            String payload = "/api/v2/auth/" + path + number + body;
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request for this path behind {@code /v2/auth/}. */
    public RestRequest request(String path, String body) {
        String number = String.valueOf(++nonce);
        RestKey key = new RestKey(apiKey, number, sign(path, number, body), null);
        return RestRequest.of("POST", "/v2/auth/" + path, key, body, "10.0.0.1");
    }

    /** The same as bytes of HTTP. */
    public String http(String path, String body) {
        String number = String.valueOf(++nonce);
        List<String> lines =
                List.of(
                        "POST /v2/auth/" + path + " HTTP/1.1",
                        "Host: 127.0.0.1",
                        "bfx-apikey: " + apiKey,
                        "bfx-nonce: " + number,
                        "bfx-signature: " + sign(path, number, body),
                        "Content-Length: " + body.length(),
                        "",
                        body);
        return String.join("\r\n", lines);
    }
}
