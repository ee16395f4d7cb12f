package io.hayate.venue.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what a client sent into plain values: {@code Map}, {@code List}, {@code String}, {@code
 * BigDecimal}, {@code Boolean} and null. Object keys keep their order, so that they can be echoed.
 */
public final class JsonReader {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES) // names are a client's
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(32)
                                    .maxNumberLength(100)
                                    .build())
                    .build();

    private JsonReader() {}

    /**
     * The one value that the text holds.
     *
     * @throws IOException when it is not JSON, goes on behind the value, or is nested too deep
     */
    public static Object read(String text) throws IOException {
        try (JsonParser json = FACTORY.createParser(text)) {
            Object value = value(json, json.nextToken());
            if (json.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new IOException("number out of range", e);
        }
    }

    private static Object value(JsonParser json, JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("no value");
        }
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(json.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("unexpected " + token);
        };
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            members.put(name, value(json, json.nextToken()));
        }
        return members;
    }

    private static List<Object> array(JsonParser json) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY;
                token = json.nextToken()) {
            elements.add(value(json, token));
        }
        return elements;
    }
}
