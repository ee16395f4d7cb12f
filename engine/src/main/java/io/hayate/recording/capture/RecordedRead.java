package io.hayate.recording.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.SharedValue;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.RecordingException;
import java.io.IOException;

/**
 * What a thread has read of another, as a recording has it.
 *
 * <pre>{"name":"resting-orders","read":12,"value":1}</pre>
 *
 * @param loop from 0; 0, too, where the strategy's side has read
 * @param number which read of that by its thread it was, counted from 1
 */
public record RecordedRead(SharedValue what, int loop, long number, long value) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads the text of a READ.
     *
     * @throws RecordingException when it is none
     */
    public static RecordedRead of(RecordedEntry entry) throws RecordingException {
        try {
            RecordedRead read = read(entry);
            if (read.what() != null && read.loop() >= 0 && read.number() > 0) {
                return read;
            }
        } catch (IOException e) {
            throw new RecordingException(RecordedTick.wrong(entry, entry.textString()), e);
        }
        throw new RecordingException(RecordedTick.wrong(entry, entry.textString()));
    }

    private static RecordedRead read(RecordedEntry entry) throws IOException {
        SharedValue what = null;
        int loop = 0;
        long number = 0;
        long value = 0;
        try (JsonParser json = JSON.createParser(RecordedNumber.bytes(entry))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "name" -> what = SharedValue.ofWire(json.getText());
                    case "loop" -> loop = json.getIntValue();
                    case "read" -> number = json.getLongValue();
                    case "value" -> value = json.getLongValue();
                    default -> json.skipChildren();
                }
            }
        }
        return new RecordedRead(what, loop, number, value);
    }
}
