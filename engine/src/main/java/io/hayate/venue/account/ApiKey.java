package io.hayate.venue.account;

import io.hayate.venue.KeyConfig;
import io.hayate.venue.PermissionsConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of an account: it verifies what was signed with its secret, and counts its nonces. */
public final class ApiKey {
    private static final String ALGORITHM = "HmacSHA384";

    private final KeyConfig config;
    private double lastNonce;

    /** A key that has seen no nonce. */
    ApiKey(KeyConfig config) {
        this.config = config;
    }

    /** What names it on the wire. */
    public String key() {
        return config.key();
    }

    /** What it may do. */
    public PermissionsConfig permissions() {
        return config.permissions();
    }

    /** True when this is the payload's signature, as hexadecimal digits in small letters. */
    public boolean isSigned(String payload, String signature) {
        if (signature == null) {
            return false;
        }
        byte[] expected = sign(payload).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] secret = config.secret().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /**
     * Takes a nonce that is larger than any before, by whichever way they came; false for another.
     * The exchange compares them as JavaScript does: from 2^53 on, neighbours are the same.
     */
    public boolean useNonce(Nonce nonce) {
        if (nonce.value() <= lastNonce) {
            return false;
        }
        lastNonce = nonce.value();
        return true;
    }
}
