package io.hayate.history;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the venue's REST for what anybody may know. The thread waits. */
public final class PublicRest {
    private static final int TIMEOUT_MS = 10_000;
    private static final int BYTES_MAX = 1 << 22;
    private static final int OK = 200;

    private PublicRest() {}

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
    public static byte[] get(URI address, RestTrust trust) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        trust.apply(connection);
        connection.setConnectTimeout(TIMEOUT_MS);
        connection.setReadTimeout(TIMEOUT_MS);
        connection.setInstanceFollowRedirects(false);
        try (InputStream body = connection.getInputStream()) {
            byte[] text = body.readNBytes(BYTES_MAX);
            if (connection.getResponseCode() != OK) {
                throw new IOException("HTTP status " + connection.getResponseCode());
            }
            return text;
        } finally {
            connection.disconnect();
        }
    }
}
