package io.hayate.venue.rest;

import io.hayate.venue.wire.JsonText;

/**
 * The answer to a request.
 *
 * @param status of HTTP
 * @param body JSON, its bytes up to its length
 */
public record RestResponse(int status, JsonText body) {
    /** The status of what was refused. */
    static final int REFUSED = 500;

    /** The status of a path that leads nowhere. */
    static final int NOT_FOUND = 404;

    /** The status of too many requests. */
    public static final int TOO_MANY = 429;

    /** The code of a parameter that is wrong. */
    static final int PARAMETER = 10_020;

    /** The code of a request that could be read and not be carried out. */
    static final int GENERAL = 10_001;

    private static final int NONE = 0;
    private static final int HELD = -1;
    private static final int NOT_READY = 11_000;
    private static final int UNKNOWN = 10_000;
    private static final int RATE_LIMIT = 11_010;

    /** No answer at all: the connection ends. */
    public static RestResponse none() {
        return new RestResponse(NONE, new JsonText());
    }

    /** No answer at all: the connection stays as it is. */
    public static RestResponse held() {
        return new RestResponse(HELD, new JsonText());
    }

    /** True when the connection is to end without an answer. */
    public boolean isNone() {
        return status == NONE;
    }

    /** True when the connection is to stay without an answer. */
    public boolean isHeld() {
        return status == HELD;
    }

    /** The bytes of the body, and room behind them. */
    public byte[] bytes() {
        return body.bytes();
    }

    /** How many bytes the body has. */
    public int length() {
        return body.length();
    }

    /** What was asked for. */
    static RestResponse ok(JsonText body) {
        return new RestResponse(200, body);
    }

    /** An error in the exchange's form: {@code ["error",10020,"symbol: invalid"]}. */
    public static RestResponse error(int status, int code, String text) {
        JsonText body = new JsonText().openArray().text("error").whole(code).text(text);
        return new RestResponse(status, body.closeArray());
    }

    /** A parameter is wrong. */
    static RestResponse invalid(String name) {
        return error(REFUSED, PARAMETER, name + ": invalid");
    }

    /** Nothing is there. */
    static RestResponse notFound() {
        return error(NOT_FOUND, UNKNOWN, "path: invalid");
    }

    /** This address, or all of them, ask too much. */
    public static RestResponse tooMany() {
        return error(TOO_MANY, RATE_LIMIT, "ratelimit: error");
    }

    /** Something between the client and the exchange answers in its place. */
    public static RestResponse unavailable(int status) {
        return status == TOO_MANY ? tooMany() : error(status, NOT_READY, "temporarily_unavailable");
    }
}
