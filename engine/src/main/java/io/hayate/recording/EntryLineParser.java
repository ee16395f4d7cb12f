package io.hayate.recording;

import io.hayate.recording.line.LineReader;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads lines of the own format. Those that most of a file is made of, whose keys are in order and
 * whose text stands there as it is, are read without a parser of JSON; others go to one.
 *
 * <p>One thread. Allocates nothing for the first kind.
 */
final class EntryLineParser {
    private static final byte[] KIND = ascii("{\"k\":\"");
    private static final byte[] CONNECTION = ascii("\",\"c\":");
    private static final byte[] TIME = ascii(",\"ns\":");
    private static final byte[] WALL = ascii(",\"us\":");
    private static final byte[] LOOKED = ascii(",\"l\":");
    private static final byte[] TEXT = ascii(",\"f\":");
    private static final int DIGITS_MAX = 18; // what surely fits a long
    private static final int CONNECTION_MAX = Integer.MAX_VALUE;

    private final RareLineParser rare = new RareLineParser();

    private byte[] bytes;
    private int at;
    private int end;
    private long number;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads a line into an entry, whose text may then lie in the line.
     *
     * @return what is wrong with it, in words; null for nothing
     */
    String parse(LineReader line, RecordedEntry entry) {
        bytes = line.bytes();
        at = line.offset();
        end = at + line.length();
        return parseCommon(line.buffer(), entry)
                ? null
                : rare.parse(bytes, line.offset(), line.length(), entry);
    }

    private boolean parseCommon(UnsafeBuffer buffer, RecordedEntry entry) {
        if (end - at < KIND.length || bytes[end - 1] != '}' || !take(KIND)) {
            return false;
        }
        EntryKind kind = kind();
        if (kind == null || !take(CONNECTION) || !number()) {
            return false;
        }
        long connection = number;
        if (connection < 0 || connection > CONNECTION_MAX || !take(TIME) || !number()) {
            return false;
        }
        long timeNs = number;
        if (!take(WALL) || !number()) {
            return false;
        }
        entry.set(kind, (int) connection, timeNs, number);
        if (take(LOOKED)) {
            if (!number()) {
                return false;
            }
            entry.lookedTimeNs(timeNs - number);
        }
        return body(buffer, entry);
    }

    private boolean body(UnsafeBuffer buffer, RecordedEntry entry) {
        boolean isTick = entry.kind() == EntryKind.TICK;
        return (isTick && at == end - 1)
                || ((isTick || entry.kind().hasText()) && text(buffer, entry));
    }

    private boolean text(UnsafeBuffer buffer, RecordedEntry entry) {
        if (!take(TEXT) || at >= end - 1) {
            return false;
        }
        entry.text(buffer, at, end - 1 - at);
        return true;
    }

    private EntryKind kind() {
        int from = at;
        while (at < end && bytes[at] != '"') {
            at++;
        }
        return EntryKind.ofWire(bytes, from, at - from);
    }

    private boolean take(byte[] text) {
        if (end - at < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[at + i] != text[i]) {
                return false;
            }
        }
        at += text.length;
        return true;
    }

    private boolean number() {
        boolean negative = at < end && bytes[at] == '-';
        int from = negative ? at + 1 : at;
        int to = from;
        long value = 0;
        while (to < end && bytes[to] >= '0' && bytes[to] <= '9') {
            value = value * 10 + bytes[to] - '0';
            to++;
        }
        at = to;
        number = negative ? -value : value;
        return to > from && to - from <= DIGITS_MAX;
    }
}
