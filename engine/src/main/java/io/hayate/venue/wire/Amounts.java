package io.hayate.venue.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts and prices as the venue writes them inside texts: plain decimals. */
public final class Amounts {
    private static final int SCALE = 8;

    private Amounts() {}

    /** Exactly so many units of 1e-8. */
    public static BigDecimal ofUnits(long units) {
        return BigDecimal.valueOf(units, SCALE);
    }

    /** Whole units of 1e-8; what is smaller is cut off, as the venue does. */
    public static long toUnits(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.DOWN).scaleByPowerOfTen(SCALE).longValue();
    }

    /** {@code 113940}, {@code -0.0001}. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** {@code 113940.0}, {@code -0.0001}. */
    public static String withPoint(BigDecimal value) {
        String text = plain(value);
        return text.indexOf('.') < 0 ? text + ".0" : text;
    }
}
