package io.hayate.latency;

import java.nio.ByteBuffer;

/**
 * Reads the ten numbers of a ticker frame byte by byte.
 *
 * <pre>[17082,[7616.5,31.8,7617.5,43.3,-550.8,-0.0674,7617.1,8314.7,8257.8,7500]]</pre>
 */
final class FloorTicker {
    private static final int NUMBERS = 10;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

    private final double[] values = new double[NUMBERS];
    private int at;

    /** Reads a text from its first byte; false if it is no ticker. */
    boolean read(ByteBuffer text, int offset) {
        if (text.get(offset) != '[') {
            return false;
        }
        at = offset + 1;
        int channel = (int) whole(text);
        if (channel == 0 || text.get(at) != ',' || text.get(at + 1) != '[') {
            return false;
        }
        at++;
        for (int i = 0; i < NUMBERS; i++) {
            at++;
            values[i] = number(text);
        }
        return true;
    }

    private long whole(ByteBuffer text) {
        long value = 0;
        for (int digit; (digit = text.get(at) - '0') >= 0 && digit <= 9; at++) {
            value = value * 10 + digit;
        }
        return value;
    }

    /** Exact as long as all digits fit 53 bits, and the venue here sends no more. */
    private double number(ByteBuffer text) {
        boolean negative = text.get(at) == '-';
        at += negative ? 1 : 0;
        long mantissa = whole(text);
        int scale = 0;
        if (text.get(at) == '.') {
            int point = at++;
            for (int digit; (digit = text.get(at) - '0') >= 0 && digit <= 9; at++) {
                mantissa = mantissa * 10 + digit;
            }
            scale = at - point - 1;
        }
        double value = mantissa / POWERS[scale];
        return negative ? -value : value;
    }

    double value(int index) {
        return values[index];
    }
}
