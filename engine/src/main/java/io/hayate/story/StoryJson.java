package io.hayate.story;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.model.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * One JSON object on one line, written piece by piece: amounts, prices and fees are texts of exact decimals,
 * times texts of ISO 8601 or whole ns, ids and counts whole numbers. Fields may be added; none changes.
 */
final class StoryJson implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final PrintWriter out;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    StoryJson(PrintWriter out) {
        this.out = out;
        try {
            json = JSON.createGenerator(text);
            json.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoryJson field(String name, Object value) {
        try {
            json.writeFieldName(name);
            write(value);
            hand();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    StoryJson startList(String name) {
        try {
            json.writeArrayFieldStart(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void element(Map<String, Object> fields) {
        try {
            write(fields);
            hand();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoryJson endList() {
        try {
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void write(Object value) throws IOException {
        if (value instanceof Map<?, ?> fields) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                json.writeFieldName(field.getKey().toString());
                write(field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                write(each);
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    /** What is whole so far goes out: a long story fills no memory. */
    private void hand() throws IOException {
        json.flush();
        out.print(Printable.json(text.toString()));
        text.getBuffer().setLength(0);
    }

    @Override
    public void close() {
        try {
            json.writeEndObject();
            json.close();
            hand();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        out.flush();
    }
}
