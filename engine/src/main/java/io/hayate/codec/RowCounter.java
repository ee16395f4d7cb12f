package io.hayate.codec;

import org.agrona.DirectBuffer;

/**
 * Counts the rows of a frame's list before any is decoded, since the ring is asked for room first.
 *
 * <pre>[0,"os",[ROW,ROW,...]]   [CHAN,[ROW,ROW,...]]</pre>
 *
 * <p>It looks at brackets, commas and quotes alone: the decoder finds out what else is wrong.
 */
final class RowCounter {
    /** Place of the list in a frame of data. */
    static final int DATA_BODY = 1;

    /** Place of the list in a frame with a type word. */
    static final int TYPED_BODY = 2;

    private static final int BODY_DEPTH = 2;

    private RowCounter() {}

    /** Values in the list that is so many elements into the array between two indices. */
    static int count(DirectBuffer frame, int start, int end, int element) {
        int at = bodyOf(frame, start, end, element);
        int depth = BODY_DEPTH;
        int commas = 0;
        boolean isEmpty = true;
        while (at < end) {
            byte b = frame.getByte(at);
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

    /** True when the body of a frame of data is a list of rows, or empty. */
    static boolean isList(DirectBuffer frame, int start, int end) {
        byte first = firstOf(frame, start, end, DATA_BODY);
        return first == '[' || first == ']';
    }

    /** True when the body of a frame with a type word begins with a list. */
    static boolean isWrapped(DirectBuffer frame, int start, int end) {
        return firstOf(frame, start, end, TYPED_BODY) == '[';
    }

    /** The first byte of a body that is no space; 0 where the frame ends. */
    private static byte firstOf(DirectBuffer frame, int start, int end, int element) {
        int at = bodyOf(frame, start, end, element);
        while (at < end && frame.getByte(at) <= ' ') {
            at++;
        }
        return at < end ? frame.getByte(at) : 0;
    }

    /** The index behind the opening bracket of an element. */
    private static int bodyOf(DirectBuffer frame, int start, int end, int bodyElement) {
        int at = start;
        int element = 0;
        while (at < end && (element < bodyElement || frame.getByte(at) != '[')) {
            byte b = frame.getByte(at);
            element += b == ',' ? 1 : 0; // those before the body are a number and a text
            at = b == '"' ? afterText(frame, at, end) : at + 1;
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

    private static int afterText(DirectBuffer frame, int quote, int end) {
        int at = quote + 1;
        while (at < end && frame.getByte(at) != '"') {
            at += frame.getByte(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
