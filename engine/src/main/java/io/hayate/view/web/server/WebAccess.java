package io.hayate.view.web.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides who may ask. A name of another host in {@code Host} is that of a page which had its own name
 * resolved to this machine; an {@code Origin} of another is a page that asks behind its reader's back.
 */
final class WebAccess {
    private static final String COOKIE = "hayate-";
    private static final List<String> AHEAD =
            List.of("sec-purpose", "purpose", "x-purpose", "x-moz");
    private static final String BEARER = "Bearer ";
    private static final int HEADER_MAX = 4_096;

    private final WebConfig config;
    private final WebSessions sessions;
    private final List<String> hosts; // lower case, with the port
    private final String cookie;

    WebAccess(WebConfig config, WebSessions sessions, int port) {
        this.config = config;
        this.sessions = sessions;
        this.hosts = hosts(config, port);
        this.cookie = COOKIE + port; // a browser shows a host's cookies to all of its ports
    }

    private static List<String> hosts(WebConfig config, int port) {
        List<String> names = new ArrayList<>(LoopbackNames.ALL);
        names.add(config.host().contains(":") ? '[' + config.host() + ']' : config.host());
        names.addAll(config.names());
        int standard = config.tls() == null ? 80 : 443;
        List<String> hosts = new ArrayList<>();
        for (String name : names) {
            hosts.add(name.toLowerCase(Locale.ROOT) + ':' + port);
            if (port == standard) {
                hosts.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return hosts;
    }

    /** True when it was asked by a name that is ours. */
    boolean isOurHost(HttpHeaders headers) {
        List<String> given = headers.getAll(HttpHeaderNames.HOST);
        return given.size() == 1 && isOurs(given.get(0));
    }

    /** True when no page asked, or one of ours. */
    boolean isOurPage(HttpHeaders headers) {
        return headers.getAll(HttpHeaderNames.ORIGIN).stream()
                .allMatch(
                        origin ->
                                origin.startsWith(scheme())
                                        && isOurs(origin.substring(scheme().length())));
    }

    private String scheme() {
        return config.tls() == null ? "http://" : "https://";
    }

    private boolean isOurs(String authority) {
        return hosts.contains(authority.toLowerCase(Locale.ROOT));
    }

    /** Path and query of what is asked for, which may be a whole address of ours; null for any other. */
    String target(String uri) {
        if (uri.startsWith("/")) {
            return uri;
        }
        if (!uri.startsWith(scheme())) {
            return null;
        }
        String rest = uri.substring(scheme().length());
        int end = rest.indexOf('/');
        boolean hasPath = end >= 0;
        return isOurs(hasPath ? rest.substring(0, end) : rest)
                ? (hasPath ? rest.substring(end) : "/")
                : null;
    }

    /** True when a browser asks before its reader does, if he does at all. */
    static boolean isAhead(HttpHeaders headers) {
        return AHEAD.stream()
                .map(name -> headers.get(name, "").toLowerCase(Locale.ROOT))
                .anyMatch(why -> why.matches(".*(prefetch|prerender|preview).*"));
    }

    /** True for whoever shows the token, or the cookie of an open session. */
    boolean isKnown(HttpHeaders headers) {
        return hasToken(headers) || hasSession(headers);
    }

    /** True for whoever shows the token in a header, which no page of another host can. */
    boolean hasToken(HttpHeaders headers) {
        String given = headers.get(HttpHeaderNames.AUTHORIZATION, "");
        return config.token() != null
                && given.startsWith(BEARER)
                && WebSessions.isSame(config.token(), given.substring(BEARER.length()).strip());
    }

    private boolean hasSession(HttpHeaders headers) {
        String text = headers.get(HttpHeaderNames.COOKIE, "");
        if (text.length() > HEADER_MAX) {
            return false;
        }
        for (Cookie each : ServerCookieDecoder.STRICT.decode(text)) {
            if (each.name().equals(cookie) && sessions.isOpen(each.value())) {
                return true;
            }
        }
        return false;
    }

    /** The header that makes a browser show a session from now on, to our pages alone. */
    String cookie(String secret) {
        return cookie
                + '='
                + secret
                + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                + WebSessions.SESSION_MS / 1_000
                + (config.tls() == null ? "" : "; Secure");
    }
}
