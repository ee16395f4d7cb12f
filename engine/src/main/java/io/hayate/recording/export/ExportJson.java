package io.hayate.recording.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.model.Printable;
import java.io.IOException;
import java.io.StringWriter;

/** What came of an export, as one JSON object on one line. */
public final class ExportJson {
    private ExportJson() {}

    /** The object. */
    public static String of(RecordingExport.Made made) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("files");
            for (ExportedFile file : made.files()) {
                json.writeStartObject();
                json.writeStringField("path", file.path().toString());
                json.writeStringField("type", file.type());
                json.writeStringField("symbol", file.symbol());
                json.writeNumberField("rows", file.rows());
                json.writeNumberField("frames", file.frames());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("broken", made.broken());
            json.writeNumberField("unnamed", made.unnamed());
            json.writeNumberField("torn", made.tears().size());
            json.writeEndObject();
        }
        return Printable.json(text.toString());
    }
}
