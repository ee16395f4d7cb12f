package io.hayate.backtest.page;

import java.math.BigDecimal;
import java.math.MathContext;

/** Amounts in words: exact, or short where there is little room. */
final class Amount {
    private static final MathContext SHORT = new MathContext(4);
    private static final BigDecimal LEAST_PLAIN = new BigDecimal("0.0001");

    private Amount() {}

    /** All of it. */
    static String exact(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Four digits, and more where they stand before the point. */
    static String brief(BigDecimal value) {
        BigDecimal rounded = value.round(SHORT);
        boolean isTiny = rounded.abs().compareTo(LEAST_PLAIN) < 0 && rounded.signum() != 0;
        return isTiny ? rounded.toString() : exact(rounded);
    }

    /** A part of a whole: {@code 42 %}. */
    static String share(long part, long whole) {
        return whole == 0 ? "-" : Math.round(100.0 * part / whole) + " %";
    }
}
