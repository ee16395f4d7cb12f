package io.hayate.codec;

/**
 * Counts the rows of a frame's list before any is decoded, since the ring is asked for room first.
 *
 * <pre>[0,"os",[ROW,ROW,...]]</pre>
 *
 * <p>It looks at brackets, commas and quotes alone: the decoder finds out what else is wrong.
 */
final class RowCounter {
    private static final int BODY_ELEMENT = 2;
    private static final int BODY_DEPTH = 2;

    private RowCounter() {}

    /** Values in the list that is element 2 of the array between {@code start} and {@code end}. */
    static int count(byte[] frame, int start, int end) {
        int at = bodyOf(frame, start, end);
        int depth = BODY_DEPTH;
        int commas = 0;
        boolean isEmpty = true;
        while (at < end) {
            byte b = frame[at];
            depth += step(b);
            if (depth < BODY_DEPTH) {
                break;
            }
            commas += b == ',' && depth == BODY_DEPTH ? 1 : 0;
            isEmpty &= b <= ' ';
            at = b == '"' ? afterText(frame, at, end) : at + 1;
        }
        return isEmpty ? 0 : commas + 1;
    }

    /** The index behind the opening bracket of element 2. */
    private static int bodyOf(byte[] frame, int start, int end) {
        int at = start;
        int element = 0;
        while (at < end && (element < BODY_ELEMENT || frame[at] != '[')) {
            element += frame[at] == ',' ? 1 : 0; // elements 0 and 1 are a number and a text
            at = frame[at] == '"' ? afterText(frame, at, end) : at + 1;
        }
        return at + 1;
    }

    private static int step(byte b) {
        return switch (b) {
            case '[', '{' -> 1;
            case ']', '}' -> -1;
            default -> 0;
        };
    }

    private static int afterText(byte[] frame, int quote, int end) {
        int at = quote + 1;
        while (at < end && frame[at] != '"') {
            at += frame[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
