package io.hayate.recording;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.hayate.recording.line.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads any line of the own format, its keys in any order, and says what is wrong with one that is
 * none. Keys that it does not know are passed over: a later version may have more.
 *
 * <p>One thread. Allocates.
 */
final class RareLineParser {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(LineReader.LINE_MAX)
                                    .build())
                    .build();
    private static final byte[] NO_TEXT = {};

    private byte[] line = NO_TEXT;
    private EntryKind kind;
    private long connection;
    private long timeNs;
    private long wallUs;
    private long unseenNs;
    private long count;
    private long version;
    private boolean flag;
    private boolean isPaper;
    private String cause;
    private byte[] text;

    /** Reads a line; returns what is wrong with it, or null. */
    String parse(byte[] bytes, int offset, int length, RecordedEntry entry) {
        line = Arrays.copyOfRange(bytes, offset, offset + length);
        clear();
        try (JsonParser json = FACTORY.createParser(line)) {
            object(json);
        } catch (JacksonException e) {
            return "must be one JSON object: " + e.getOriginalMessage();
        } catch (IOException | IllegalArgumentException e) {
            return "must be an entry of a recording: " + e.getMessage();
        }
        String wrong = wrong();
        if (wrong == null) {
            fill(entry);
        }
        return wrong;
    }

    private void clear() {
        kind = null;
        connection = 0;
        timeNs = 0;
        wallUs = 0;
        unseenNs = 0;
        count = 0;
        version = 0;
        flag = false;
        isPaper = false;
        cause = "";
        text = null;
    }

    private void object(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("it is no object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            member(json, name);
        }
        if (json.nextToken() != null) {
            throw new IOException("something follows the object");
        }
    }

    private void member(JsonParser json, String name) throws IOException {
        switch (name) {
            case "k" -> kind = EntryKind.ofWire(json.getText());
            case "c" -> connection = json.getLongValue();
            case "ns" -> timeNs = json.getLongValue();
            case "us" -> wallUs = json.getLongValue();
            case "l" -> unseenNs = json.getLongValue();
            case "count", "file" -> count = json.getLongValue();
            case "version" -> version = json.getLongValue();
            case "public", "more" -> flag = json.getBooleanValue();
            case "paper" -> isPaper = json.getBooleanValue();
            case "cause" -> cause = json.getText();
            case "s", "detail" -> text = json.getText().getBytes(StandardCharsets.UTF_8);
            case "b" -> text = Base64.getDecoder().decode(json.getText());
            case "f" -> text = asItStands(json);
            default -> json.skipChildren();
        }
    }

    private byte[] asItStands(JsonParser json) throws IOException {
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        return Arrays.copyOfRange(line, from, (int) json.currentLocation().getByteOffset());
    }

    private String wrong() {
        if (kind == null) {
            return "must have a kind \"k\" that is known";
        } else if (connection < 0 || connection > Integer.MAX_VALUE) {
            return "\"c\" must be from 0 to " + Integer.MAX_VALUE + ": was " + connection;
        } else if (kind == EntryKind.RECORDING && version != RecordingHead.VERSION) {
            return "must be of version " + RecordingHead.VERSION + ": was " + version;
        }
        return kind.hasText() && text == null ? "must have a text \"f\", \"s\" or \"b\"" : null;
    }

    private void fill(RecordedEntry entry) {
        entry.set(kind, (int) connection, timeNs, wallUs).cause(cause);
        entry.lookedTimeNs(timeNs - unseenNs);
        entry.isPublic(kind == EntryKind.OPEN && flag);
        entry.isPaper(kind == EntryKind.OPEN && isPaper);
        entry.count(kind == EntryKind.END && flag ? RecordedEntry.GOES_ON : count);
        byte[] held = kind == EntryKind.RECORDING ? line : text == null ? NO_TEXT : text;
        byte[] padded = Arrays.copyOf(held, held.length + LineReader.SLACK);
        entry.text(new UnsafeBuffer(padded), 0, held.length);
    }
}
