package io.hayate.backtest;

import org.agrona.DirectBuffer;

/**
 * The exchange's own time in a text: the time of sending at the end, where it was asked for, or else the
 * time of a trade that has just happened.
 *
 * <pre>[17470,[7616.5,31.8],55,1700000000000]   [9,"te",[13,1700000000000,-0.5,4.5]]</pre>
 */
final class VenueTimes {
    private static final int DIGITS = 13; // milliseconds since 1970, until the year 2286
    private static final long NONE = -1;

    private VenueTimes() {}

    /** In ms since 1970; -1 for none. */
    static long of(DirectBuffer text, int offset, int length) {
        int end = offset + length;
        if (length < DIGITS + 2 || text.getByte(offset) != '[' || text.getByte(end - 1) != ']') {
            return NONE;
        }
        int from = end - 1 - DIGITS;
        if (text.getByte(from - 1) == ',') {
            long time = digits(text, from);
            if (time != NONE) {
                return time;
            }
        }
        return ofTrade(text, offset, end);
    }

    private static long ofTrade(DirectBuffer text, int offset, int end) {
        int at = offset + 1;
        while (at < end && text.getByte(at) >= '0' && text.getByte(at) <= '9') {
            at++;
        }
        if (at + 6 + DIGITS > end || text.getByte(at + 1) != '"' || text.getByte(at + 2) != 't') {
            return NONE;
        }
        boolean isFresh = text.getByte(at + 3) == 'e' && text.getByte(at + 6) == '[';
        at += 7;
        while (isFresh && at < end && text.getByte(at) != ',') {
            at++;
        }
        return isFresh && at + 1 + DIGITS < end ? digits(text, at + 1) : NONE;
    }

    private static long digits(DirectBuffer text, int from) {
        long value = 0;
        for (int i = from; i < from + DIGITS; i++) {
            int digit = text.getByte(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
