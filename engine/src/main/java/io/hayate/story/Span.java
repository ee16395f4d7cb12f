package io.hayate.story;

import java.math.BigDecimal;
import java.math.MathContext;

/** A time between two moments in words: {@code 23.4 us}, {@code 1.2 ms}, {@code 3.05 s}. */
final class Span {
    private static final long US = 1_000;
    private static final long MS = 1_000 * US;
    private static final long SECOND = 1_000 * MS;
    private static final int DIGITS = 3;

    private Span() {}

    static String text(long ns) {
        long size = Math.abs(ns);
        if (size < US) {
            return ns + " ns";
        } else if (size < MS) {
            return text(ns, US) + " us";
        } else if (size < SECOND) {
            return text(ns, MS) + " ms";
        }
        return text(ns, SECOND) + " s";
    }

    private static String text(long ns, long unit) {
        BigDecimal exact = BigDecimal.valueOf(ns).divide(BigDecimal.valueOf(unit));
        boolean isLong = exact.abs().compareTo(BigDecimal.valueOf(US)) >= 0;
        BigDecimal shown =
                isLong ? exact.setScale(0, java.math.RoundingMode.HALF_UP) : rounded(exact);
        return Exact.text(shown);
    }

    private static BigDecimal rounded(BigDecimal exact) {
        return exact.round(new MathContext(DIGITS));
    }
}
