package io.hayate.view.web.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer: a status of HTTP, what the content is, the content, and headers beside those that all have. */
public final class WebReply {
    public static final String JSON = "application/json; charset=utf-8";
    public static final String TEXT = "text/plain; charset=utf-8";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final int status;
    private final String type;
    private final byte[] content;
    private final Map<String, String> headers;

    private WebReply(int status, String type, byte[] content, Map<String, String> headers) {
        this.status = status;
        this.type = type;
        this.content = content;
        this.headers = headers;
    }

    /** An answer with this content, which is the reply's from now on. */
    public static WebReply of(int status, String type, byte[] content) {
        return new WebReply(status, type, content, Map.of());
    }

    /** An answer with this content. */
    public static WebReply of(int status, String type, String text) {
        return of(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer that all is well. */
    public static WebReply ok(String type, byte[] content) {
        return of(OK, type, content);
    }

    /** An answer in JSON. */
    public static WebReply json(String text) {
        return of(OK, JSON, text);
    }

    /** A line for a person, behind an answer that is no success. */
    public static WebReply refusal(int status, String why) {
        return of(status, TEXT, why + '\n');
    }

    /** There is nothing of that name. */
    public static WebReply notFound() {
        return refusal(NOT_FOUND, "there is nothing here");
    }

    /** The same with these headers. */
    WebReply with(Map<String, String> more) {
        return new WebReply(status, type, content, more);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** What the content is. */
    public String type() {
        return type;
    }

    /** The content: read, and not changed. */
    public byte[] bytes() {
        return content;
    }

    Map<String, String> headers() {
        return headers;
    }
}
