package io.hayate.recording;

import io.hayate.recording.line.JsonGrammar;
import io.hayate.recording.line.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.agrona.DirectBuffer;

/**
 * An entry as a line of JSON. The keys have one order, and the text comes last.
 *
 * <pre>
 * {"k":"in","c":1,"ns":123,"us":1700000000000000,"f":[17470,[7616.5,31.8]]}
 * {"k":"in","c":1,"ns":123,"us":1700000000000000,"s":"not JSON\n"}
 * {"k":"in","c":1,"ns":123,"us":1700000000000000,"b":"/w=="}
 * </pre>
 *
 * <p>A text stands as {@code f}, byte for byte, where it is one JSON value without a line break; as
 * {@code s}, a JSON string, where it is other text; as {@code b}, in base64, where it is no UTF-8, or
 * no JSON and longer than 1 MiB, as escapes would make it six times as long.
 *
 * <p>One thread. Holds one line, in memory that grows to it.
 */
final class EntryLine {
    private static final int START = 64 << 10;
    private static final long UNSEEN_NS = 1_000_000; // what is less is of no account
    private static final int STRING_MAX = 1 << 20;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int NUMBER_CHARS = 20;

    private final JsonGrammar grammar = new JsonGrammar();
    private final byte[] digits = new byte[NUMBER_CHARS];
    private byte[] bytes = new byte[START];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Makes the line of an entry of any kind but RECORDING, its line feed included. */
    void set(RecordedEntry entry) {
        head(entry);
        switch (entry.kind()) {
            case OPEN -> {
                put(entry.isPublic() ? ",\"public\":true" : ",\"public\":false");
                put(entry.isPaper() ? ",\"paper\":true" : "");
            }
            case CLOSE -> closed(entry);
            case LOST -> put(",\"count\":").put(entry.count());
            case END -> {}
            case TICK -> tick(entry);
            default -> text(entry);
        }
        put("}\n");
    }

    /** Makes the line at the head of a file. */
    void set(RecordedEntry times, RecordingHead head, int file) {
        length = 0;
        put("{\"k\":\"recording\",\"version\":").put(RecordingHead.VERSION);
        put(",\"ns\":").put(times.timeNs()).put(",\"us\":").put(times.wallUs());
        put(",\"file\":").put(file);
        put(head.cut() ? ",\"cut\":true" : "");
        put(",\"hayate\":").string(head.hayate()).put(",\"java\":").string(head.java());
        put(",\"settings\":").put(head.settings()).put("}\n");
    }

    /** Makes the line at the end of a file after which the run's next one goes on. */
    void setGoesOn(RecordedEntry times) {
        length = 0;
        put("{\"k\":\"end\",\"c\":0,\"ns\":").put(times.timeNs());
        put(",\"us\":").put(times.wallUs()).put(",\"more\":true}\n");
    }

    private void head(RecordedEntry entry) {
        length = 0;
        put("{\"k\":\"").put(entry.kind().wireName());
        put("\",\"c\":").put(entry.connection());
        put(",\"ns\":").put(entry.timeNs());
        put(",\"us\":").put(entry.wallUs());
        long unseenNs = entry.timeNs() - entry.lookedTimeNs();
        if (unseenNs > UNSEEN_NS) {
            put(",\"l\":").put(unseenNs);
        }
    }

    private void tick(RecordedEntry entry) {
        if (entry.textLength() > 0) {
            text(entry);
        }
    }

    private void closed(RecordedEntry entry) {
        put(",\"cause\":").string(entry.cause());
        put(",\"detail\":").string(entry.textString());
    }

    private void text(RecordedEntry entry) {
        DirectBuffer text = entry.text();
        int offset = entry.textOffset();
        int size = entry.textLength();
        if (grammar.isOneValue(text, offset, size)) {
            put(",\"f\":");
            ensure(size);
            text.getBytes(offset, bytes, length, size);
            length += size;
        } else if (size <= STRING_MAX && Utf8Text.isText(text, offset, size)) {
            put(",\"s\":").string(text, offset, size);
        } else {
            put(",\"b\":\"");
            base64(text, offset, size);
            put("\"");
        }
    }

    private void base64(DirectBuffer text, int offset, int size) {
        byte[] raw = new byte[size];
        text.getBytes(offset, raw);
        byte[] coded = Base64.getEncoder().encode(raw);
        ensure(coded.length);
        System.arraycopy(coded, 0, bytes, length, coded.length);
        length += coded.length;
    }

    private EntryLine string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        put("\"");
        for (byte each : utf8) {
            character(each);
        }
        return put("\"");
    }

    private void string(DirectBuffer text, int offset, int size) {
        put("\"");
        for (int i = offset; i < offset + size; i++) {
            character(text.getByte(i));
        }
        put("\"");
    }

    private void character(byte c) {
        ensure("\\u0000".length());
        if (c == '"' || c == '\\') {
            bytes[length] = '\\';
            bytes[length + 1] = c;
            length += 2;
        } else if (c >= 0 && c < ' ') {
            put("\\u00");
            bytes[length] = HEX[c >> 4];
            bytes[length + 1] = HEX[c & 15];
            length += 2;
        } else {
            bytes[length] = c;
            length++;
        }
    }

    private EntryLine put(String value) {
        ensure(value.length() * 3);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 128) {
                return wide(value.substring(i));
            }
            bytes[length] = (byte) c;
            length++;
        }
        return this;
    }

    private EntryLine wide(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    private EntryLine put(long value) {
        ensure(NUMBER_CHARS);
        if (value == Long.MIN_VALUE) {
            return put(Long.toString(value));
        }
        int at = NUMBER_CHARS;
        long rest = Math.abs(value);
        do {
            at--;
            digits[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (value < 0) {
            at--;
            digits[at] = '-';
        }
        System.arraycopy(digits, at, bytes, length, NUMBER_CHARS - at);
        length += NUMBER_CHARS - at;
        return this;
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
