package io.hayate.venue.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to a request that cannot be: the request's own keys, then what is wrong.
 *
 * <pre>{"channel":"ticker","symbol":"tNOPE","event":"error","msg":"symbol: invalid","code":10300,
 * "pair":"NOPE"}</pre>
 */
public final class ErrorAnswer {
    public static final int UNKNOWN_EVENT = 10_000;
    public static final int CONF = 10_050;
    public static final int AUTHENTICATION = 10_100;
    public static final int PAYLOAD = 10_111;
    public static final int NONCE = 10_114;
    public static final int UNAUTHENTICATION = 10_200;
    public static final int SUBSCRIPTION = 10_300;
    public static final int DUPLICATE = 10_301;
    public static final int LIMIT = 10_305;
    public static final int UNSUBSCRIPTION = 10_400;

    private final JsonText text = new JsonText().openObject();

    private ErrorAnswer(Map<?, ?> request, String message, int code) {
        request.forEach(this::echo);
        text.key("event").text("error").key("msg").text(message).key("code").whole(code);
    }

    private void echo(Object name, Object value) {
        boolean replaced = name.equals("event") || name.equals("msg") || name.equals("code");
        if (!replaced) {
            text.key((String) name).value(value);
        }
    }

    /** An error that answers no request in particular. */
    public static JsonText of(String message, int code) {
        return new ErrorAnswer(new LinkedHashMap<>(), message, code).text.closeObject();
    }

    /** An error that answers this request. */
    public static JsonText of(Fields request, String message, int code) {
        return new ErrorAnswer(request.members(), message, code).text.closeObject();
    }

    /** An error about a subscription; tells the pair where the request names a symbol. */
    public static JsonText ofSubscribe(Fields request, String symbol, String message, int code) {
        return pair(new ErrorAnswer(request.members(), message, code).text, request, symbol);
    }

    /** The error that the channel of this id is what is asked for. */
    public static JsonText ofDuplicate(Fields request, String symbol, long channelId) {
        ErrorAnswer answer = new ErrorAnswer(request.members(), "subscribe: dup", DUPLICATE);
        return pair(answer.text.key("chanId").whole(channelId), request, symbol);
    }

    private static JsonText pair(JsonText text, Fields request, String symbol) {
        if (symbol != null && !request.has("pair")) {
            text.key("pair").text(symbol.startsWith("t") ? symbol.substring(1) : symbol);
        }
        return text.closeObject();
    }
}
