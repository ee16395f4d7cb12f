package io.hayate.venue.wire;

import java.math.BigDecimal;

/** Reads decimals as nearly all clients write them: a sign or none, a few digits, perhaps a point among them. */
final class PlainDecimals {
    private static final int DIGITS_MAX = 18; // a long holds them

    private PlainDecimals() {}

    /** The same number, of the same scale, as {@code new BigDecimal(text)}; null for any other text. */
    static BigDecimal parse(String text) {
        boolean negative = text.startsWith("-");
        int digits = 0;
        int scale = -1; // before the point
        long value = 0;
        for (int i = negative ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < DIGITS_MAX) {
                value = 10 * value + c - '0';
                digits++;
                scale += scale < 0 ? 0 : 1;
            } else if (c == '.' && scale < 0 && digits > 0) {
                scale = 0;
            } else {
                return null;
            }
        }
        return digits == 0
                ? null
                : BigDecimal.valueOf(negative ? -value : value, Math.max(scale, 0));
    }
}
