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
    static final String COOKIE = "hayate";

    private static final String BEARER = "Bearer ";
    private static final int HEADER_MAX = 4_096;

    private final WebConfig config;
    private final WebSessions sessions;
    private final List<String> hosts; // lower case, with the port

    WebAccess(WebConfig config, WebSessions sessions, int port) {
        this.config = config;
        this.sessions = sessions;
        this.hosts = hosts(config, port);
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
        return given.size() == 1 && hosts.contains(given.get(0).toLowerCase(Locale.ROOT));
    }

    /** True when no page asked, or one of ours. */
    boolean isOurPage(HttpHeaders headers) {
        String scheme = config.tls() == null ? "http://" : "https://";
        return headers.getAll(HttpHeaderNames.ORIGIN).stream()
                .allMatch(
                        origin ->
                                origin.startsWith(scheme)
                                        && hosts.contains(
                                                origin.substring(scheme.length())
                                                        .toLowerCase(Locale.ROOT)));
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
        for (Cookie cookie : ServerCookieDecoder.STRICT.decode(text)) {
            if (cookie.name().equals(COOKIE) && sessions.isOpen(cookie.value())) {
                return true;
            }
        }
        return false;
    }

    /** The header that makes a browser show a session from now on, to our pages alone. */
    String cookie(String secret) {
        return COOKIE
                + '='
                + secret
                + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                + WebSessions.SESSION_MS / 1_000
                + (config.tls() == null ? "" : "; Secure");
    }
}
