package io.hayate.venue.account;

import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueIds;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tokens that open accounts for a while, in the time of the exchange. */
public final class AuthTokens {
    /** So many there may be; beyond it the oldest ends. */
    public static final int TOKENS_MAX = 1_024;

    /** A token and when it ends. */
    private record Token(AccountAccess access, long endNs) {}

    private final Timeline timeline;
    private final VenueIds ids;
    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private long made;

    /** No tokens yet. */
    AuthTokens(Timeline timeline, VenueIds ids) {
        this.timeline = timeline;
        this.ids = ids;
    }

    /** Makes a token of a request that was not refused. */
    public String make(AccountAccess access, TokenRequest request) {
        long nowNs = timeline.nanoTime();
        tokens.values().removeIf(token -> token.endNs() <= nowNs);
        if (tokens.size() == TOKENS_MAX) {
            Iterator<String> oldest = tokens.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        String text = "pub:api:" + ids.uuid("token " + ++made);
        AccountAccess narrowed =
                new AccountAccess(
                        access.account(), access.key(), request.narrow(access.permissions()));
        tokens.put(text, new Token(narrowed, nowNs + TimeUnit.SECONDS.toNanos(request.ttlS())));
        return text;
    }

    /** What this token opens; null when there is none, or none any more. */
    public AccountAccess find(String text) {
        Token token = tokens.get(text);
        if (token == null || token.endNs() <= timeline.nanoTime()) {
            return null;
        }
        return token.access();
    }

    /** Ends a token before its time; false when there was none. */
    public boolean revoke(String text) {
        return tokens.remove(text) != null;
    }
}
