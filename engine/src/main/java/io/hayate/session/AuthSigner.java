package io.hayate.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the payload of an {@code auth} request: HMAC-SHA384 under the secret, in lower-case hex.
 *
 * <p>Allocates; used once a connection.
 */
public final class AuthSigner {
    private static final String ALGORITHM = "HmacSHA384";

    private final SecretKeySpec key;

    public AuthSigner(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** What is signed for a nonce: {@code AUTH1700000000000000}. */
    public static String payload(long nonce) {
        return "AUTH" + nonce;
    }

    /** The signature of {@code payload}, 96 hex digits. */
    public String sign(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }
}
