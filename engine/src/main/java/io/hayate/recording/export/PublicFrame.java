package io.hayate.recording.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text of the exchange, as texts: an event by its fields, or a frame of a channel.
 *
 * <pre>
 * {"event":"subscribed","chanId":7,...}
 * [CHAN,[...]]   [CHAN,[[...],...]]   [CHAN,"te",[...]]   and behind it numbers: sequence, time
 * </pre>
 */
final class PublicFrame {
    static final long NO_TIME = -1;

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int TIME_DIGITS = 13; // ms since 1970; no sequence has as many

    private final Map<String, String> fields = new HashMap<>();
    private final List<List<String>> rows = new ArrayList<>();
    private long channelId;
    private String word = "";
    private boolean isList;
    private long timeMs;
    private byte[] bytes = new byte[1 << 14];

    /**
     * Reads a text.
     *
     * @throws IOException when it is none that is whole
     */
    void read(RecordedEntry entry) throws IOException {
        fields.clear();
        rows.clear();
        channelId = 0;
        word = "";
        isList = false;
        timeMs = NO_TIME;
        int length = entry.textLength();
        if (bytes.length < length) {
            bytes = new byte[2 * length];
        }
        entry.text().getBytes(entry.textOffset(), bytes, 0, length);
        try (JsonParser json = FACTORY.createParser(bytes, 0, length)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_OBJECT) {
                event(json);
            } else if (first == JsonToken.START_ARRAY) {
                frame(json);
            } else {
                throw new IOException("neither an event nor a frame");
            }
        }
    }

    private void event(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken().isScalarValue()) {
                fields.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    private void frame(JsonParser json) throws IOException {
        channelId = json.nextToken() == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : 0;
        JsonToken next = json.nextToken();
        if (next == JsonToken.VALUE_STRING) {
            word = json.getText();
            next = json.nextToken();
        }
        if (next == JsonToken.START_ARRAY) {
            body(json);
            next = json.nextToken();
        }
        while (next != JsonToken.END_ARRAY) {
            if (next == null) {
                throw new IOException("the frame ends early");
            }
            boolean isTime =
                    next == JsonToken.VALUE_NUMBER_INT && json.getTextLength() == TIME_DIGITS;
            timeMs = isTime ? json.getLongValue() : timeMs;
            json.skipChildren();
            next = json.nextToken();
        }
    }

    private void body(JsonParser json) throws IOException {
        List<String> row = new ArrayList<>();
        JsonToken next = json.nextToken();
        isList = next == JsonToken.START_ARRAY || next == JsonToken.END_ARRAY;
        while (next != JsonToken.END_ARRAY) {
            if (next == null) {
                throw new IOException("the frame ends early");
            } else if (next == JsonToken.START_ARRAY) {
                rows.add(row(json));
            } else {
                row.add(json.getText());
            }
            next = json.nextToken();
        }
        if (!isList) {
            rows.add(row);
        }
    }

    private static List<String> row(JsonParser json) throws IOException {
        List<String> row = new ArrayList<>();
        JsonToken next = json.nextToken();
        while (next != JsonToken.END_ARRAY) {
            if (next == null) {
                throw new IOException("the frame ends early");
            }
            row.add(json.getText());
            json.skipChildren();
            next = json.nextToken();
        }
        return row;
    }

    /** A field of an event; empty where there is none. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** A field of an event that is a whole number; 0 where there is none. */
    long number(String name) {
        String text = field(name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Of a frame, from 1; 0 of the account's, and of an event. */
    long channelId() {
        return channelId;
    }

    /** Such as {@code te}; empty for none. */
    String word() {
        return word;
    }

    List<List<String>> rows() {
        return rows;
    }

    /** Whether the body is a list of rows. */
    boolean isList() {
        return isList;
    }

    /** When the exchange has sent it, in ms since 1970; {@link #NO_TIME} where it does not say. */
    long timeMs() {
        return timeMs;
    }
}
