package io.hayate.recording.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A strategy that was put in a place while a run went on, as a recording has it.
 *
 * <pre>{"place":0,"parameters":{"fast":"5","slow":"20"}}</pre>
 *
 * @param place in the settings, from 0
 * @param parameters that it was made with
 */
public record RecordedStrategy(int place, Map<String, String> parameters) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads the text of a STRATEGY.
     *
     * @throws IOException when it is none
     */
    public static RecordedStrategy of(RecordedEntry entry) throws IOException {
        int place = 0;
        Map<String, String> parameters = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(RecordedNumber.bytes(entry))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                if (key.equals("place")) {
                    place = json.getIntValue();
                } else if (key.equals("parameters")) {
                    read(json, parameters);
                } else {
                    json.skipChildren();
                }
            }
        }
        return new RecordedStrategy(place, parameters);
    }

    private static void read(JsonParser json, Map<String, String> into) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            into.put(key, json.getText());
        }
    }
}
