package io.hayate.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of a venue. */
final class VenueUrl {
    static final String KEY = "venue.url";
    static final String PUBLIC_KEY = "venue.public-url";
    static final String EMBEDDED = "embedded";

    private static final String PATH = "/ws/2";
    private static final String ADDRESS_RULE = "ws://HOST:PORT/ws/2 or wss://HOST/ws/2";
    private static final String RULE = "must be embedded, " + ADDRESS_RULE;
    private static final String PUBLIC_RULE = "must be empty, " + ADDRESS_RULE;
    private static final int PORT_MAX = 65_535;

    private VenueUrl() {}

    /** The address; null for the embedded venue. Without a path it gets the venue's, /ws/2. */
    static URI parse(String text) {
        return text.equals(EMBEDDED) ? null : parse(KEY, RULE, text);
    }

    /** The address for market data alone; null for that of the venue. */
    static URI parsePublic(String text) {
        return text.isEmpty() ? null : parse(PUBLIC_KEY, PUBLIC_RULE, text);
    }

    private static URI parse(String key, String rule, String text) {
        try {
            URI url = new URI(text);
            if (!isUsable(url)) {
                throw ConfigReader.complaint(key, rule, text);
            }
            return url.getRawPath().isEmpty() ? url.resolve(PATH) : url;
        } catch (URISyntaxException e) {
            throw ConfigReader.complaint(key, rule, text);
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
