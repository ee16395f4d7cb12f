package io.hayate.recording.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a frame of a book, or its checksum, as texts. */
final class FrameNumbers {
    private static final JsonFactory FACTORY = new JsonFactory();

    private FrameNumbers() {}

    /** {@code [CHAN,[...]]} is one row, {@code [CHAN,[[...],...]]} many. */
    static List<List<String>> rows(RecordedEntry frame) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (JsonParser json = parser(frame)) {
            json.nextToken();
            json.nextToken(); // the channel
            json.nextToken(); // the list, or the row
            List<String> row = new ArrayList<>();
            int depth = 1;
            while (depth > 0) {
                JsonToken token = json.nextToken();
                if (token == null) {
                    throw new IOException("the frame ends early");
                } else if (token == JsonToken.START_ARRAY) {
                    depth++;
                    row = new ArrayList<>();
                } else if (token == JsonToken.END_ARRAY) {
                    depth--;
                    if (!row.isEmpty()) {
                        rows.add(row);
                        row = new ArrayList<>();
                    }
                } else {
                    row.add(json.getText());
                }
            }
        }
        return rows;
    }

    /** {@code [CHAN,"cs",N]}. */
    static int checksum(RecordedEntry frame) throws IOException {
        try (JsonParser json = parser(frame)) {
            for (int i = 0; i < 4; i++) {
                json.nextToken();
            }
            return (int) json.getLongValue();
        }
    }

    private static JsonParser parser(RecordedEntry frame) throws IOException {
        byte[] bytes = new byte[frame.textLength()];
        frame.text().getBytes(frame.textOffset(), bytes);
        return FACTORY.createParser(bytes);
    }
}
