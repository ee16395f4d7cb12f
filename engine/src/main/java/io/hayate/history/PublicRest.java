package io.hayate.history;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks the venue's REST for what anybody may know. The thread waits.
 *
 * @param trust whose certificates are right there
 * @param tap hears of what is asked and answered
 */
public record PublicRest(RestTrust trust, RestTap tap) {
    private static final int TIMEOUT_MS = 10_000;
    private static final int BYTES_MAX = 1 << 22;
    private static final String NO_BODY = "";

    /** The address of the same host and port by HTTP: {@code wss://host/ws/2} becomes {@code https://host} and the path. */
    public static URI of(URI venue, String path) {
        String scheme = "wss".equalsIgnoreCase(venue.getScheme()) ? "https" : "http";
        return URI.create(scheme + "://" + venue.getRawAuthority() + path);
    }

    /**
     * What is answered; 4 MiB of it at most.
     *
     * @throws IOException when nothing is, or something else than 200
     */
    public byte[] get(URI address) throws IOException {
        String query = address.getRawQuery();
        String path = address.getRawPath() + (query == null ? "" : "?" + query);
        RestAnswer answer;
        try {
            answer = answer(address);
        } catch (IOException e) {
            tap.onFailure(path, NO_BODY, "" + e.getMessage());
            throw e;
        }
        tap.onAnswer(path, NO_BODY, answer);
        return answer.asked();
    }

    private RestAnswer answer(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        trust.apply(connection);
        connection.setConnectTimeout(TIMEOUT_MS);
        connection.setReadTimeout(TIMEOUT_MS);
        connection.setInstanceFollowRedirects(false);
        try {
            int status = connection.getResponseCode();
            return new RestAnswer(status, body(connection));
        } finally {
            connection.disconnect();
        }
    }

    private static byte[] body(HttpURLConnection connection) throws IOException {
        InputStream ofError = connection.getErrorStream(); // null where it is none, or has no body
        boolean isError = connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
        if (isError && ofError == null) {
            return new byte[0];
        }
        try (InputStream body = isError ? ofError : connection.getInputStream()) {
            return body.readNBytes(BYTES_MAX);
        }
    }
}
