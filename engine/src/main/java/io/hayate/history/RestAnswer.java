package io.hayate.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the venue's REST has answered.
 *
 * @param status of HTTP
 * @param body as it came; held, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record RestAnswer(int status, byte[] body) {
    private static final int OK = 200;
    private static final int WORDS_MAX = 80;
    private static final String NONCE_SMALL = "nonce: small";

    /** True where it refuses a nonce that has come too late, as a larger one was taken meanwhile. */
    public boolean isNonceSmall() {
        return status != OK && words().contains(NONCE_SMALL);
    }

    private String words() {
        int shown = Math.min(body.length, WORDS_MAX);
        String text = new String(body, 0, shown, StandardCharsets.US_ASCII);
        return shown == 0 ? "" : ", " + text.replaceAll("[^ -~]", "?");
    }

    /**
     * What was asked for.
     *
     * @throws IOException when it is something else, in words for a person
     */
    public byte[] asked() throws IOException {
        if (status != OK) {
            throw new IOException("HTTP status " + status + words());
        }
        return body;
    }
}
