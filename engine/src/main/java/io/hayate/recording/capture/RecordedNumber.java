package io.hayate.recording.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.Event;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.RecordingException;
import java.io.IOException;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A number that a run drew, as a recording has it.
 *
 * <pre>{"name":"ids","value":17592186044416}</pre>
 *
 * @param name what was drawn
 */
public record RecordedNumber(String name, long value) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads the text of a NUMBER.
     *
     * @throws IOException when it is none
     */
    public static RecordedNumber of(RecordedEntry entry) throws IOException {
        String name = "";
        long value = 0;
        try (JsonParser json = JSON.createParser(bytes(entry))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                if (key.equals("name")) {
                    name = json.getText();
                } else if (key.equals("value")) {
                    value = json.getLongValue();
                }
            }
        }
        return new RecordedNumber(name, value);
    }

    /**
     * Reads the text of a LATE: an event as it lay in memory.
     *
     * @throws IOException when it is none, or one of another version
     */
    public static Event eventOf(RecordedEntry entry) throws IOException {
        byte[] raw = binaryOf(entry);
        if (raw.length != Event.SIZE) {
            throw new RecordingException("an event of another version: " + raw.length);
        }
        Event event = Event.allocate();
        event.copyFrom(new UnsafeBuffer(raw), 0);
        return event;
    }

    /**
     * Reads the text of a PAST, and of any other that is bytes in base64.
     *
     * @throws IOException when it is none
     */
    public static byte[] binaryOf(RecordedEntry entry) throws IOException {
        try (JsonParser json = JSON.createParser(bytes(entry))) {
            json.nextToken();
            return json.getBinaryValue();
        }
    }

    /** A copy of an entry's text. */
    static byte[] bytes(RecordedEntry entry) {
        byte[] bytes = new byte[entry.textLength()];
        entry.text().getBytes(entry.textOffset(), bytes);
        return bytes;
    }
}
