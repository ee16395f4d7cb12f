package io.hayate.venue.rest;

import io.hayate.venue.account.AccountAccess;
import io.hayate.venue.account.Nonce;
import io.hayate.venue.account.VenueAccounts;
import io.hayate.venue.wire.ErrorAnswer;

/**
 * Finds out who asks: by a key and its signature of {@code /api}, the path, the nonce and the body,
 * or by a token. Nonces of a key are counted over REST and sockets together.
 */
final class RestAuthentication {
    private static final String BASE = "/api";

    private final VenueAccounts accounts;

    RestAuthentication(VenueAccounts accounts) {
        this.accounts = accounts;
    }

    /** Either what the request opens, or why it opens nothing. */
    record Outcome(AccountAccess access, RestResponse refusal) {}

    Outcome authenticate(RestRequest request) {
        RestKey key = request.key();
        if (key.token() != null) {
            AccountAccess access = accounts.tokens().find(key.token());
            return access == null
                    ? refused(ErrorAnswer.AUTHENTICATION, "token: invalid")
                    : of(access);
        }
        AccountAccess access = key.apiKey() == null ? null : accounts.find(key.apiKey());
        Nonce nonce = Nonce.of(key.nonce());
        if (access == null) {
            return refused(ErrorAnswer.AUTHENTICATION, "apikey: invalid");
        } else if (nonce == null) {
            return refused(ErrorAnswer.NONCE, "nonce: invalid");
        } else if (!isSigned(access, request)) {
            return refused(ErrorAnswer.AUTHENTICATION, "apikey: digest invalid");
        } else if (!access.key().useNonce(nonce)) {
            return refused(ErrorAnswer.NONCE, "nonce: small");
        }
        return of(access);
    }

    private static boolean isSigned(AccountAccess access, RestRequest request) {
        String path = request.path();
        String full = path.startsWith(BASE + "/") ? path : BASE + path;
        String payload = full + request.key().nonce() + request.body();
        return access.key().isSigned(payload, request.key().signature());
    }

    private static Outcome of(AccountAccess access) {
        return new Outcome(access, null);
    }

    private static Outcome refused(int code, String text) {
        return new Outcome(null, RestResponse.error(RestResponse.REFUSED, code, text));
    }
}
