package io.hayate.venue.fault;

import io.hayate.venue.wire.JsonText;
import java.nio.charset.StandardCharsets;

/**
 * Changes each row of a body, be it one row or a list of them.
 *
 * @param index of the element to replace; -1 replaces none
 * @param element what to put there, as JSON
 * @param more elements to append, each of them {@code 17}
 */
public record RowEdit(int index, String element, int more) {
    JsonText apply(JsonText body) {
        String text = body.toString();
        boolean list = text.startsWith("[[");
        if (!list) {
            return json(text.equals("[]") ? text : row(text));
        }
        StringBuilder edited = new StringBuilder("[");
        String inner = text.substring(2, text.length() - 2);
        for (String row : inner.split("\\],\\[", -1)) {
            edited.append(edited.length() > 1 ? "," : "").append(row("[" + row + "]"));
        }
        return json(edited.append(']').toString());
    }

    private String row(String row) {
        String[] elements = row.substring(1, row.length() - 1).split(",", -1);
        if (index >= 0 && index < elements.length) {
            elements[index] = element;
        }
        return "[" + String.join(",", elements) + ",17".repeat(more) + "]";
    }

    private static JsonText json(String text) {
        return new JsonText().json(text.getBytes(StandardCharsets.UTF_8));
    }
}
