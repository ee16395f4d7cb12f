package io.hayate.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of a venue. */
final class VenueUrl {
    static final String KEY = "venue.url";
    static final String EMBEDDED = "embedded";

    private static final String PATH = "/ws/2";
    private static final String RULE = "must be embedded, ws://HOST:PORT/ws/2 or wss://HOST/ws/2";
    private static final int PORT_MAX = 65_535;

    private VenueUrl() {}

    /** The address; null for the embedded venue. Without a path it gets the venue's, /ws/2. */
    static URI parse(String text) {
        if (text.equals(EMBEDDED)) {
            return null;
        }
        try {
            URI url = new URI(text);
            if (!isUsable(url)) {
                throw ConfigReader.complaint(KEY, RULE, text);
            }
            return url.getRawPath().isEmpty() ? url.resolve(PATH) : url;
        } catch (URISyntaxException e) {
            throw ConfigReader.complaint(KEY, RULE, text);
        }
    }

    private static boolean isUsable(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("ws") || scheme.equals("wss"))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && url.getPort() != 0
                && url.getPort() <= PORT_MAX;
    }

    /** True for an address of this machine, by its text alone: no name is looked up. */
    static boolean isLoopback(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
