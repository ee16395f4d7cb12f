package io.hayate.recording.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.model.Printable;
import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordingException;
import io.hayate.recording.Recordings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files of a folder of recordings, each with its span, size and entries. */
final class RunList {
    private final Path folder;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One file.
     *
     * @param state empty where it is whole, else what is wrong: torn, or a message
     */
    private record Row(
            Path file,
            String format,
            long bytes,
            long entries,
            long firstUs,
            long lastUs,
            String state) {}

    private RunList(Path folder) {
        this.folder = folder;
    }

    static RunList of(Path folder) throws IOException {
        RunList list = new RunList(folder);
        for (Path file : Recordings.files(folder)) {
            list.rows.add(row(file));
        }
        return list;
    }

    private static Row row(Path file) throws IOException {
        long entries = 0;
        long firstUs = 0;
        long lastUs = 0;
        String format = "";
        String state;
        try (EntrySource source = Recordings.open(file)) {
            format = source.format().words();
            while (source.next()) {
                long us = source.entry().wallUs();
                firstUs = firstUs == 0 ? us : Math.min(firstUs, us);
                lastUs = Math.max(lastUs, us);
                entries += source.entry().kind() == EntryKind.RECORDING ? 0 : 1;
            }
            state = source.tears().isEmpty() ? "" : "torn";
        } catch (RecordingException e) {
            state = e.getMessage();
        }
        return new Row(file, format, Files.size(file), entries, firstUs, lastUs, state);
    }

    void print(PrintWriter out) {
        row(out, "FILE", "FROM (UTC)", "SPAN", "SIZE", "ENTRIES", "");
        for (Row each : rows) {
            String name = Printable.line(each.file.getFileName().toString());
            String from = each.firstUs == 0 ? "" : RecordedTime.text(each.firstUs).substring(5, 16);
            String span = each.firstUs == 0 ? "" : RecordedTime.span(each.lastUs - each.firstUs);
            String entries = String.format(Locale.ROOT, "%,d", each.entries);
            String torn = each.state.equals("torn") ? "torn" : "";
            row(out, name, from, span, size(each.bytes), entries, torn);
            if (!each.state.isEmpty() && !each.state.equals("torn")) {
                out.println("  " + Printable.line(each.state));
            }
        }
        long bytes = rows.stream().mapToLong(Row::bytes).sum();
        out.printf(Locale.ROOT, "%d files, %,d bytes%n", rows.size(), bytes);
    }

    private static void row(PrintWriter out, Object... cells) {
        out.println(
                String.format(Locale.ROOT, "%-38s %-11s %7s %6s %9s %s", cells).stripTrailing());
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return String.valueOf(bytes);
        }
        double rest = bytes;
        int unit = -1;
        while (rest >= 1_000) {
            rest /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, rest < 10 ? "%.1f" : "%.0f", rest)
                + "kMGTPE".charAt(unit);
    }

    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("folder", folder.toString());
            json.writeArrayFieldStart("files");
            for (Row each : rows) {
                json.writeStartObject();
                json.writeStringField("file", each.file.getFileName().toString());
                json.writeStringField("format", each.format);
                json.writeNumberField("bytes", each.bytes);
                json.writeNumberField("entries", each.entries);
                json.writeStringField("from", time(each.firstUs));
                json.writeStringField("to", time(each.lastUs));
                json.writeBooleanField("torn", each.state.equals("torn"));
                json.writeStringField("error", each.state.equals("torn") ? "" : each.state);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return Printable.json(text.toString());
    }

    private static String time(long us) {
        return us == 0 ? null : RecordedTime.instant(us).toString();
    }
}
