package io.hayate.venue.rest;

/**
 * The headers of a signed request; each is null where it did not come.
 *
 * @param apiKey of {@code bfx-apikey}
 * @param nonce of {@code bfx-nonce}
 * @param signature of {@code bfx-signature}
 * @param token of {@code bfx-token}, in place of key and signature
 */
public record RestKey(String apiKey, String nonce, String signature, String token) {
    /** Of a request that is not signed. */
    public static final RestKey NONE = new RestKey(null, null, null, null);

    /** Says nothing that signs. */
    @Override
    public String toString() {
        return apiKey == null && token == null ? "unsigned" : "signed";
    }
}
