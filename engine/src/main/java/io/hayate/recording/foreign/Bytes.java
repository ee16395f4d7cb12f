package io.hayate.recording.foreign;

import java.nio.charset.StandardCharsets;

/** Looks into the bytes of a line. */
final class Bytes {
    private Bytes() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean startsWith(byte[] bytes, int from, int end, byte[] text) {
        if (end - from < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[from + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where JSON goes on behind a text that it begins with, whatever blanks stand between; below 0 where
     * it begins otherwise.
     */
    static int behindJson(byte[] bytes, int from, int end, byte[] text) {
        int at = from;
        for (byte each : text) {
            at = skipBlanks(bytes, at, end);
            if (at == end || bytes[at] != each) {
                return -1;
            }
            at++;
        }
        return at;
    }

    static int skipBlanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /** Where the text is first found; below 0 where it is not. */
    static int indexOf(byte[] bytes, int from, int end, byte[] text) {
        for (int i = from; i <= end - text.length; i++) {
            if (startsWith(bytes, i, end, text)) {
                return i;
            }
        }
        return -1;
    }

    /** The end of a line without the carriage return that some put before its end. */
    static int trimmedEnd(byte[] bytes, int from, int end) {
        return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /** Where a run of digits ends. */
    static int skipDigits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The value of a run of at most 18 digits. */
    static long number(byte[] bytes, int from, int end) {
        long value = 0;
        for (int i = from; i < end; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /** Nanoseconds of the digits behind a decimal point, of which those beyond the ninth do not count. */
    static long nanos(byte[] bytes, int from, int end) {
        long value = 0;
        for (int i = 0; i < 9; i++) {
            value = value * 10 + (from + i < end ? bytes[from + i] - '0' : 0);
        }
        return value;
    }
}
