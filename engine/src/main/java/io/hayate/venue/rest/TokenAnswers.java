package io.hayate.venue.rest;

import io.hayate.venue.account.AccountAccess;
import io.hayate.venue.account.AuthTokens;
import io.hayate.venue.account.TokenRequest;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.List;

/**
 * Tokens, which stand for a key and its signature for a while.
 *
 * <pre>
 * token {"scope":"api","ttl":120}   ["pub:api:.."]
 * token/del {"token":"pub:api:.."}  [true]
 * </pre>
 */
final class TokenAnswers {
    private final AuthTokens tokens;

    TokenAnswers(AuthTokens tokens) {
        this.tokens = tokens;
    }

    /** The answer, or null when the path leads nowhere. */
    RestResponse answer(AccountAccess access, List<String> words, Fields fields) {
        return switch (String.join("/", words)) {
            case "token" -> make(access, fields);
            case "token/del" -> revoke(fields);
            default -> null;
        };
    }

    private RestResponse make(AccountAccess access, Fields fields) {
        TokenRequest request = new TokenRequest(fields);
        if (request.refusal() != null) {
            return RestResponse.error(
                    RestResponse.REFUSED, RestResponse.PARAMETER, request.refusal());
        }
        String token = tokens.make(access, request);
        return RestResponse.ok(new JsonText().openArray().text(token).closeArray());
    }

    private RestResponse revoke(Fields fields) {
        String token = fields.text("token");
        return token != null && tokens.revoke(token)
                ? RestResponse.ok(new JsonText().openArray().value(true).closeArray())
                : RestResponse.invalid("token");
    }
}
