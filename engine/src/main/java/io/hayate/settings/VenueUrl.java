package io.hayate.settings;

import io.hayate.engine.RestAddress;
import io.hayate.model.Texts;
import io.hayate.transport.Authority;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a venue. Its host leaves here as it is resolved and sent: in ASCII, lower case. */
public final class VenueUrl {
    static final String KEY = "venue.url";
    static final String PUBLIC_KEY = "venue.public-url";
    static final String REST_KEY = "venue.rest-url";
    static final String EMBEDDED = "embedded";

    private static final String OFF = "off";
    private static final String PATH = "/ws/2";
    private static final String ADDRESS_RULE = "ws://HOST:PORT/ws/2 or wss://HOST/ws/2";
    private static final String RULE = "must be embedded, " + ADDRESS_RULE;
    private static final String PUBLIC_RULE = "must be empty, " + ADDRESS_RULE;
    private static final String REST_RULE = "must be empty, off, http://HOST:PORT or https://HOST";
    private static final Pattern REST_PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)/?");
    private static final Pattern PARTS = Pattern.compile("(?i)(wss?)://([^/?#]*)(.*)");
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]");
    private static final Pattern USER_END = Pattern.compile("@|%40");
    private static final Pattern BEFORE_HOST =
            Pattern.compile("(?s)^([A-Za-z][A-Za-z0-9+.-]*://)?.*(@|%40)");

    private VenueUrl() {}

    /** The address; null for the embedded venue. Without a path it gets the venue's, /ws/2. */
    static URI parse(String text) {
        return text.strip().equals(EMBEDDED) ? null : parse(KEY, RULE, text.strip());
    }

    /** The address for market data alone; null for that of the venue. */
    static URI parsePublic(String text) {
        return text.isBlank() ? null : parse(PUBLIC_KEY, PUBLIC_RULE, text.strip());
    }

    /** Where the venue's REST is. */
    static RestAddress parseRest(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return RestAddress.OF_VENUE;
        }
        if (stripped.equals(OFF)) {
            return RestAddress.OFF;
        }
        if (USER_END.matcher(stripped).find()) {
            String rule = "must hold neither a user nor a password";
            throw ConfigReader.complaint(REST_KEY, rule, masked(stripped));
        }
        Matcher parts = REST_PARTS.matcher(stripped);
        if (!parts.matches()) {
            throw ConfigReader.complaint(REST_KEY, REST_RULE, stripped);
        }
        try {
            String scheme = parts.group(1).toLowerCase(Locale.ROOT);
            URI host = URI.create(scheme + "://" + Authority.parse(parts.group(2)));
            return new RestAddress(true, host);
        } catch (IllegalArgumentException e) {
            throw ConfigReader.complaint(REST_KEY, REST_RULE, stripped + ", " + e.getMessage());
        }
    }

    /**
     * The address that an option names, which cannot be the embedded venue.
     *
     * @throws io.hayate.model.ConfigException when it is none, or holds what may be a password, which the
     *     message does not show
     */
    public static URI parseOption(String option, String text) {
        return parse(option, "must be " + ADDRESS_RULE, text.strip());
    }

    private static URI parse(String key, String rule, String text) {
        if (USER_END.matcher(text).find()) {
            String safe = masked(text);
            throw ConfigReader.complaint(key, "must hold neither a user nor a password", safe);
        }
        String shown = Texts.withoutNoPort(text);
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || parts.group(2).isEmpty()) {
            throw ConfigReader.complaint(key, rule, shown);
        }
        try {
            return url(parts.group(1).toLowerCase(Locale.ROOT), parts.group(2), parts.group(3));
        } catch (IllegalArgumentException e) {
            throw ConfigReader.complaint(key, rule, shown + ", " + e.getMessage());
        } catch (URISyntaxException e) {
            String reason = e.getReason().toLowerCase(Locale.ROOT);
            throw ConfigReader.complaint(key, rule, shown + ", which has an " + reason);
        }
    }

    private static URI url(String scheme, String host, String rest) throws URISyntaxException {
        if (UNSEEN.matcher(host + rest).find()) {
            throw new IllegalArgumentException("which holds a blank or a letter that is not seen");
        }
        if (rest.indexOf('#') >= 0) {
            throw new IllegalArgumentException("which has a fragment, #");
        }
        Authority authority = Authority.parse(host);
        if (scheme.equals("wss") && authority.hasUnderscore()) {
            throw new IllegalArgumentException("whose host has _, which no certificate can name");
        }
        String path = rest.startsWith("/") ? rest : PATH + rest;
        return new URI(scheme + "://" + authority + path);
    }

    /** Without what stands before the last @, as a password may hold anything. */
    private static String masked(String text) {
        Matcher secret = BEFORE_HOST.matcher(text);
        boolean found = secret.lookingAt();
        String scheme = found && secret.group(1) != null ? secret.group(1) : "";
        return found ? scheme + "***@" + text.substring(secret.end()) : text;
    }
}
