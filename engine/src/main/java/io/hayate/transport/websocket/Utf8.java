package io.hayate.transport.websocket;

import org.agrona.DirectBuffer;

/** Checks that bytes are UTF-8 as RFC 3629 has it. Allocates nothing. */
final class Utf8 {
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private Utf8() {}

    /** ASCII, which all hot frames are, costs one test for eight bytes. */
    static boolean isValid(DirectBuffer buffer, int offset, int length) {
        int end = offset + length;
        int index = offset;
        while (end - index >= Long.BYTES && (buffer.getLong(index) & HIGH_BITS) == 0) {
            index += Long.BYTES;
        }
        while (index < end) {
            int next = next(buffer, index, end);
            if (next < 0) {
                return false;
            }
            index = next;
        }
        return true;
    }

    /** The index behind the character at {@code index}, or -1 when there is none. */
    private static int next(DirectBuffer buffer, int index, int end) {
        int lead = buffer.getByte(index) & 0xFF;
        if (lead < 0x80) {
            return index + 1;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead < 0xC2 || lead > 0xF4 || end - index < length) {
            return -1;
        }
        int second = buffer.getByte(index + 1) & 0xFF;
        if (second < secondMin(lead) || second > secondMax(lead)) {
            return -1;
        }
        for (int i = index + 2; i < index + length; i++) {
            if ((buffer.getByte(i) & 0xC0) != 0x80) {
                return -1;
            }
        }
        return index + length;
    }

    /** Keeps out forms that are longer than need be. */
    private static int secondMin(int lead) {
        return lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    }

    /** Keeps out surrogates and what lies beyond the last code point. */
    private static int secondMax(int lead) {
        return lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    }
}
