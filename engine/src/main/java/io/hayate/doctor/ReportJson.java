package io.hayate.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.model.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** The report for programs: one JSON object, on one line. Times are in ns, shares in percent. */
public final class ReportJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ReportJson() {}

    /** The report as a JSON object on one line. */
    public static String of(Report report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("status", report.worst().text());
            json.writeNumberField("seconds", report.seconds());
            json.writeArrayFieldStart("checks");
            for (Report.Entry entry : report.entries()) {
                write(entry, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Printable.json(text.toString());
    }

    private static void write(Report.Entry entry, JsonGenerator json) throws IOException {
        Finding finding = entry.finding();
        json.writeStartObject();
        json.writeStringField("name", entry.name());
        json.writeStringField("status", finding.status().text());
        json.writeStringField("found", finding.found());
        json.writeStringField("advice", finding.advice());
        json.writeObjectFieldStart("figures");
        for (Map.Entry<String, Number> figure : finding.figures().entrySet()) {
            write(figure.getKey(), figure.getValue(), json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(String name, Number value, JsonGenerator json) throws IOException {
        if (value instanceof Double decimal) {
            json.writeNumberField(name, decimal);
        } else {
            json.writeNumberField(name, value.longValue());
        }
    }
}
