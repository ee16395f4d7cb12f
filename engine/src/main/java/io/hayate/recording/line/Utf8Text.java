package io.hayate.recording.line;

import org.agrona.DirectBuffer;

/** What bytes are text in UTF-8: shortest forms alone, and no halves of a surrogate pair. */
public final class Utf8Text {
    static final int BROKEN = -1;

    private static final int LEAD_2 = 0xC2; // below it, two bytes would say what one can
    private static final int LEAD_3 = 0xE0;
    private static final int LEAD_4 = 0xF0;
    private static final int LEAD_MAX = 0xF4;
    private static final int TAIL_MASK = 0xC0;
    private static final int TAIL = 0x80;
    private static final int TAIL_BITS = 6;
    private static final int BYTE = 0xFF;
    private static final int MIN_3 = 0x800;
    private static final int MIN_4 = 0x10000;
    private static final int CODE_POINT_MAX = 0x10FFFF;
    private static final int SURROGATE_MIN = 0xD800;
    private static final int SURROGATE_MAX = 0xDFFF;

    private Utf8Text() {}

    /** True when all of it is; an empty one, too. */
    public static boolean isText(DirectBuffer buffer, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end && at >= 0) {
            at = buffer.getByte(at) >= 0 ? at + 1 : next(buffer, at, end);
        }
        return at == end;
    }

    /** Where the character of several bytes that begins there ends; BROKEN where it is none. */
    static int next(DirectBuffer buffer, int at, int end) {
        int lead = buffer.getByte(at) & BYTE;
        if (lead < LEAD_2 || lead > LEAD_MAX) {
            return BROKEN;
        }
        int tails = lead < LEAD_3 ? 1 : lead < LEAD_4 ? 2 : 3;
        if (at + tails >= end) {
            return BROKEN;
        }
        int code = lead & ((1 << (TAIL_BITS - tails)) - 1);
        for (int i = 1; i <= tails; i++) {
            int tail = buffer.getByte(at + i);
            if ((tail & TAIL_MASK) != TAIL) {
                return BROKEN;
            }
            code = code << TAIL_BITS | (tail & ~TAIL_MASK);
        }
        return isOf(code, tails) ? at + 1 + tails : BROKEN;
    }

    private static boolean isOf(int code, int tails) {
        return switch (tails) {
            case 1 -> true;
            case 2 -> code >= MIN_3 && (code < SURROGATE_MIN || code > SURROGATE_MAX);
            default -> code >= MIN_4 && code <= CODE_POINT_MAX;
        };
    }
}
