package io.hayate.history;

import java.util.function.UnaryOperator;

/**
 * The account whose history is asked for. Its text shows none of it.
 *
 * @param apiKey names the account to the venue
 * @param signer signs a text under the secret
 * @param nonces of its key
 */
public record HistoryAccount(String apiKey, UnaryOperator<String> signer, RestNonces nonces) {
    private static final String BASE = "/api";

    /** The signature of a request. */
    public String signature(String path, long nonce, String body) {
        return signer.apply(BASE + path + nonce + body);
    }

    @Override
    public String toString() {
        return "HistoryAccount[***]";
    }
}
