package io.hayate.venue.wire;

import java.nio.charset.StandardCharsets;

/**
 * Reads a JSON text from its first byte on, without a tree and without a word on the heap. What is
 * not as it was asked for breaks the cursor: from then on all that it reads is 0, and {@link #isBroken}
 * tells so. Venue thread.
 */
public final class WireCursor {
    private static final int DIGITS_MAX = 18; // what a long holds of any digits
    private static final int EXPONENT_MAX = 400;
    private static final long[] POWERS = powers();

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private boolean broken;
    private boolean beyond;
    private boolean rounded;
    private long mantissa;
    private int exponent;

    private static long[] powers() {
        long[] powers = new long[DIGITS_MAX + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** Begins at the first of these bytes, which must stay as they are while it reads. */
    public void wrap(byte[] text, int length) {
        bytes = text;
        at = 0;
        end = length;
        broken = false;
        beyond = false;
        rounded = false;
    }

    /** What it reads. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where it stands among the bytes. */
    public int position() {
        return at;
    }

    /** True once something was not as it was asked for. */
    public boolean isBroken() {
        return broken;
    }

    /** True when a number since the last call was too large for its scale; such read as 0. */
    public boolean wasBeyond() {
        boolean was = beyond;
        beyond = false;
        return was;
    }

    /** True when a number since the last call had more decimals than were asked for. */
    public boolean wasRounded() {
        boolean was = rounded;
        rounded = false;
        return was;
    }

    /** The next byte that is no blank, which stays; 0 at the end. */
    public int peek() {
        while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at < end && !broken ? bytes[at] : 0;
    }

    /** Goes on behind this byte, if it comes next. */
    public boolean skip(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** Goes on behind this byte, which must come next. */
    public void expect(char wanted) {
        if (!skip(wanted)) {
            broken = true;
        }
    }

    /** Nothing but blanks may be left. */
    public void expectEnd() {
        peek();
        if (at < end) {
            broken = true;
        }
    }

    /** A short string without escapes, as its bytes put together; the first is the highest. */
    public int word() {
        expect('"');
        int word = 0;
        while (at < end && bytes[at] != '"') {
            word = word << Byte.SIZE | (bytes[at++] & 0xFF);
        }
        expect('"');
        return word;
    }

    /** A whole number; one with a fraction is cut. */
    public long whole() {
        number();
        return exponent == 0 ? mantissa : scaled(0, true);
    }

    /** A number in units of so many decimals, rounded half away from zero. */
    public long decimal(int decimals) {
        number();
        return scaled(decimals, false);
    }

    /** Where the next value begins. */
    public int mark() {
        peek();
        return at;
    }

    /** The number that was read from that place on, as floating point has it; 0 once broken. */
    public double floating(int from) {
        return broken
                ? 0
                : Double.parseDouble(new String(bytes, from, at - from, StandardCharsets.US_ASCII));
    }

    private long scaled(int decimals, boolean cut) {
        int shift = decimals + exponent;
        if (mantissa == 0 || broken) {
            return 0;
        } else if (shift == 0) {
            return mantissa;
        } else if (shift > 0) {
            long power = shift > DIGITS_MAX ? 0 : POWERS[shift];
            if (power == 0 || Math.abs(mantissa) > Long.MAX_VALUE / power) {
                beyond = true;
                return 0;
            }
            return mantissa * power;
        } else if (shift < -DIGITS_MAX) {
            rounded = true;
            return 0;
        }
        long power = POWERS[-shift];
        long half = cut ? 0 : power / 2;
        long value = (mantissa < 0 ? mantissa - half : mantissa + half) / power;
        rounded |= value * power != mantissa;
        return value;
    }

    private void number() {
        boolean negative = skip('-');
        mantissa = 0;
        exponent = 0;
        int from = at;
        int digits = digits(false, 0);
        if (at < end && bytes[at] == '.') {
            at++;
            from++;
            digits(true, digits);
        }
        if (at == from || broken) {
            broken = true;
            return;
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            at++;
            exponent += exponentOf();
        }
        mantissa = negative ? -mantissa : mantissa;
    }

    private int digits(boolean isFraction, int before) {
        int digits = before;
        long value = mantissa;
        int moved = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            if (digits < DIGITS_MAX) {
                value = 10 * value + bytes[at] - '0';
                digits += value == 0 ? 0 : 1;
                moved -= isFraction ? 1 : 0;
            } else {
                moved += isFraction ? 0 : 1;
            }
            at++;
        }
        mantissa = value;
        exponent += moved;
        return digits;
    }

    private int exponentOf() {
        boolean negative = at < end && bytes[at] == '-';
        at += at < end && (bytes[at] == '-' || bytes[at] == '+') ? 1 : 0;
        int from = at;
        int value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = Math.min(10 * value + bytes[at++] - '0', EXPONENT_MAX);
        }
        broken |= at == from;
        return negative ? -value : value;
    }

    /** Goes on behind one value of any kind. */
    public void skipValue() {
        int depth = 0;
        do {
            int next = peek();
            if (next == '[' || next == '{') {
                at++;
                depth++;
            } else if (next == ']' || next == '}') {
                at++;
                depth--;
            } else if (next == '"') {
                skipText();
            } else if (depth > 0 && (next == ',' || next == ':')) {
                at++;
            } else {
                skipLiteral();
            }
        } while (depth > 0 && !broken);
        broken |= depth < 0;
    }

    private void skipText() {
        at++;
        while (at < end && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        broken |= at >= end;
        at++;
    }

    private void skipLiteral() {
        int from = at;
        while (at < end && isOfLiteral(bytes[at])) {
            at++;
        }
        broken |= at == from;
    }

    private static boolean isOfLiteral(byte next) {
        return (next >= '0' && next <= '9')
                || (next >= 'a' && next <= 'z')
                || next == '-'
                || next == '+'
                || next == '.'
                || next == 'E';
    }

    /** Goes on behind the rest of an array, whose opening was read, with at least one value read. */
    public void skipRest() {
        while (skip(',')) {
            skipValue();
        }
        expect(']');
    }
}
