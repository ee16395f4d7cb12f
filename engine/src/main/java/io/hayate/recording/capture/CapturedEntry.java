package io.hayate.recording.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.hayate.event.CommandType;
import io.hayate.event.Event;
import io.hayate.event.OrderIntent;
import io.hayate.event.SharedValue;
import io.hayate.recording.EntryKind;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.line.JsonGrammar;
import java.util.Base64;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Makes entries of a recording from the messages of a {@link CaptureBuffer}. The recorder's thread. */
final class CapturedEntry {
    private static final long UNNAMED = 0;

    private final boolean isPaper;
    private final JsonGrammar grammar = new JsonGrammar();
    private final RecordedEntry entry = new RecordedEntry();
    private final UnsafeBuffer words = new UnsafeBuffer(0, 0);
    private DirectBuffer message;
    private int index;
    private int length;
    private int loop;

    /** Entries of a run whose account, if there is one, is of paper or not. */
    CapturedEntry(boolean isPaper) {
        this.isPaper = isPaper;
    }

    /** The entry that a message makes; valid as long as the message. */
    RecordedEntry of(int type, DirectBuffer buffer, int offset, int bytes, WallTime wall) {
        int kind = type & CaptureBuffer.KIND_MASK;
        loop = type >>> CaptureBuffer.LOOP_SHIFT;
        message = buffer;
        index = offset;
        length = bytes - CaptureBuffer.TEXT_OFFSET;
        long timeNs = buffer.getLong(offset + CaptureBuffer.TIME_OFFSET);
        long wallUs = wall.at(timeNs);
        int connection = buffer.getInt(offset + CaptureBuffer.CONNECTION_OFFSET);
        switch (kind) {
            case CaptureBuffer.OPEN -> open(connection, timeNs, wallUs);
            case CaptureBuffer.IN -> text(EntryKind.IN, connection, timeNs, wallUs);
            case CaptureBuffer.OUT -> text(EntryKind.OUT, connection, timeNs, wallUs);
            case CaptureBuffer.CLOSED -> closed(connection, timeNs, wallUs);
            default -> words(kind, connection, timeNs, wallUs);
        }
        return entry;
    }

    private void open(int connection, long timeNs, long wallUs) {
        boolean isPublic = first() == 1;
        entry.set(EntryKind.OPEN, connection, timeNs, wallUs);
        entry.isPublic(isPublic).isPaper(isPaper && !isPublic);
    }

    private void text(EntryKind kind, int connection, long timeNs, long wallUs) {
        entry.set(kind, connection, timeNs, wallUs);
        entry.text(message, index + CaptureBuffer.TEXT_OFFSET, length).lookedTimeNs(first());
    }

    private void closed(int connection, long timeNs, long wallUs) {
        String[] parts = string().split("\n", 2);
        entry.set(EntryKind.CLOSE, connection, timeNs, wallUs).cause(parts[0]);
        put(parts[1]);
    }

    private void words(int kind, int target, long timeNs, long wallUs) {
        entry.set(kindOf(kind), 0, timeNs, wallUs);
        String text =
                switch (kind) {
                    case CaptureBuffer.TICK -> tick(target);
                    case CaptureBuffer.PLACES -> "[" + loop + "," + first() + "," + second() + "]";
                    case CaptureBuffer.COMMAND -> command(target);
                    case CaptureBuffer.READ -> read(SharedValue.ofCode(target));
                    case CaptureBuffer.LATE -> "\"" + base64(0, Event.SIZE) + "\"";
                    case CaptureBuffer.READING, CaptureBuffer.HANDLED -> Long.toString(first());
                    case CaptureBuffer.NUMBER ->
                            "{\"name\":\"" + string() + "\",\"value\":" + first() + "}";
                    case CaptureBuffer.REST -> rest();
                    case CaptureBuffer.PAST -> "\"" + base64(0, length) + "\"";
                    case CaptureBuffer.PLUGGED -> plugged();
                    default -> decision();
                };
        put(text);
    }

    private static EntryKind kindOf(int kind) {
        return switch (kind) {
            case CaptureBuffer.TICK -> EntryKind.TICK;
            case CaptureBuffer.PLACES -> EntryKind.PLACES;
            case CaptureBuffer.READ -> EntryKind.READ;
            case CaptureBuffer.COMMAND -> EntryKind.COMMAND;
            case CaptureBuffer.LATE -> EntryKind.LATE;
            case CaptureBuffer.READING -> EntryKind.READING;
            case CaptureBuffer.HANDLED -> EntryKind.HANDLED;
            case CaptureBuffer.NUMBER -> EntryKind.NUMBER;
            case CaptureBuffer.REST -> EntryKind.REST;
            case CaptureBuffer.PAST -> EntryKind.PAST;
            case CaptureBuffer.PLUGGED -> EntryKind.STRATEGY;
            case CaptureBuffer.DECISION -> EntryKind.DECISION;
            default -> throw new IllegalStateException("captured kind " + kind);
        };
    }

    private String tick(int turn) {
        String ofLoop = loop == 0 ? "" : "," + loop;
        return "[" + first() + "," + second() + "," + turn + ofLoop + "]";
    }

    private String command(int target) {
        CommandType type = CommandType.ofCode(message.getInt(index + CaptureBuffer.TEXT_OFFSET));
        double amount = Double.longBitsToDouble(second());
        StringBuilder text = new StringBuilder("{\"type\":\"").append(type);
        text.append("\",\"target\":").append(target).append(",\"amount\":");
        text.append(Double.isFinite(amount) ? Double.toString(amount) : "null");
        text.append(",\"made\":").append(first());
        text.append(loop == 0 ? "" : ",\"loop\":" + loop);
        if (length > Integer.BYTES) {
            text.append(",\"intent\":\"").append(base64(Integer.BYTES, OrderIntent.SIZE));
            text.append('"');
        }
        return text.append('}').toString();
    }

    private String read(SharedValue what) {
        String ofLoop = loop == 0 ? "" : ",\"loop\":" + loop;
        String counted = "\",\"read\":" + first() + ",\"value\":" + second();
        return "{\"name\":\"" + what.wireName() + counted + ofLoop + "}";
    }

    /** The body as a value where it is one; else in base64. */
    private String rest() {
        int pathLength = (int) (first() >>> Integer.SIZE);
        int askedLength = (int) first();
        int status = (int) second();
        int left = (int) (second() >>> Integer.SIZE);
        int at = index + CaptureBuffer.TEXT_OFFSET;
        StringBuilder text = new StringBuilder("{\"path\":\"");
        quoted(text, message.getStringWithoutLengthAscii(at, pathLength));
        text.append('"');
        value(text, ",\"asked", pathLength, askedLength);
        text.append(",\"status\":").append(status);
        if (left > 0) {
            text.append(",\"left\":").append(left);
        } else {
            value(text, ",\"body", pathLength + askedLength, length - pathLength - askedLength);
        }
        return text.append('}').toString();
    }

    private static void quoted(StringBuilder text, String words) {
        text.append(JsonStringEncoder.getInstance().quoteAsString(words));
    }

    private void value(StringBuilder text, String key, int from, int bytes) {
        int at = index + CaptureBuffer.TEXT_OFFSET + from;
        if (grammar.isOneValue(message, at, bytes)) {
            text.append(key).append("\":").append(message.getStringWithoutLengthUtf8(at, bytes));
        } else if (bytes > 0) {
            text.append(key).append("-raw\":\"").append(base64(from, bytes)).append('"');
        }
    }

    private String plugged() {
        int at = index + CaptureBuffer.TEXT_OFFSET;
        String words = message.getStringWithoutLengthUtf8(at, length);
        StringBuilder text = new StringBuilder("{\"place\":").append(first());
        text.append(",\"parameters\":{");
        int from = 0;
        for (int i = 0; from < words.length(); i++) {
            int end = words.indexOf(CaptureBuffer.WORD_END, from);
            boolean isKey = i % 2 == 0;
            text.append(isKey && i > 0 ? ",\"" : "\"");
            quoted(text, words.substring(from, end));
            text.append(isKey ? "\":" : "\"");
            from = end + 1;
        }
        return text.append("}}").toString();
    }

    private String decision() {
        String id = second() == UNNAMED ? "" : ",\"id\":" + second();
        return "{\"event\":" + first() + ",\"verdict\":\"" + string() + "\"" + id + "}";
    }

    private long first() {
        return message.getLong(index + CaptureBuffer.FIRST_OFFSET);
    }

    private long second() {
        return message.getLong(index + CaptureBuffer.SECOND_OFFSET);
    }

    private String string() {
        return message.getStringWithoutLengthAscii(index + CaptureBuffer.TEXT_OFFSET, length);
    }

    private String base64(int from, int bytes) {
        byte[] raw = new byte[bytes];
        message.getBytes(index + CaptureBuffer.TEXT_OFFSET + from, raw);
        return Base64.getEncoder().encodeToString(raw);
    }

    private void put(String text) {
        words.wrap(text.getBytes(UTF_8));
        entry.text(words, 0, words.capacity());
    }
}
