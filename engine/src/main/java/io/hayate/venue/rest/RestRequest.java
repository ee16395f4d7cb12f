package io.hayate.venue.rest;

import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request of a client.
 *
 * @param method such as {@code GET}
 * @param path as sent, without the query: what a signature is made of
 * @param query the parameters behind the path
 * @param key what signs it
 * @param body the text that came with it; empty for none
 * @param caller where it came from
 */
public record RestRequest(
        String method,
        String path,
        Map<String, String> query,
        RestKey key,
        String body,
        RestCaller caller) {
    private static final int PARAMETERS_MAX = 32;

    /** What comes by this method and target, such as {@code /v2/tickers?symbols=ALL}. */
    public static RestRequest of(
            String method, String target, RestKey key, String body, RestCaller caller) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, String> query = parameters(mark < 0 ? "" : target.substring(mark + 1));
        return new RestRequest(method, path, query, key, body, caller);
    }

    /** The same of a program at this address that says nothing of itself. */
    public static RestRequest of(
            String method, String target, RestKey key, String body, String address) {
        return of(method, target, key, body, RestCaller.at(address));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : text.split("&", PARAMETERS_MAX + 1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameters.size() < PARAMETERS_MAX) {
                String name = decoded(parameter.substring(0, equals));
                parameters.put(name, decoded(parameter.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a lone percent sign stands for itself
        }
    }

    /** The words of the path: {@code v2}, {@code ticker}, {@code tBTCUSD}. */
    List<String> words() {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        return List.of(inner.split("/", -1)).stream().map(word -> decoded(plain(word))).toList();
    }

    private static String plain(String word) {
        return word.replace("+", "%2B"); // in a path it stands for itself
    }

    /** The query, as the fields of an object. */
    Fields parameters() {
        return Fields.of(query);
    }

    /** The body's object, one without fields for an empty body; null for any other text. */
    Fields fields() {
        if (body.isBlank()) {
            return Fields.of(new LinkedHashMap<>());
        }
        try {
            return Fields.of(JsonReader.read(body));
        } catch (IOException e) {
            return null;
        }
    }
}
