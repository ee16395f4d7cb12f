package io.hayate.view.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes numbers as people read them: plain decimals, and a dash for what is not known. */
public final class Figures {
    private static final String UNKNOWN = "-";
    private static final int DIGITS = 8;
    private static final double PLAIN_MIN = 1e-18;
    private static final double PLAIN_MAX = 1e21;

    private Figures() {}

    /** All digits of the value: for amounts, prices and balances of the account. */
    public static String exact(double value) {
        return isPlain(value) ? plain(BigDecimal.valueOf(value)) : odd(value);
    }

    /** The number with 8 decimals at most, or 8 digits when it is small: a figure of the market. */
    static String rounded(double value) {
        if (!isPlain(value)) {
            return odd(value);
        }
        BigDecimal decimal = BigDecimal.valueOf(value);
        int leadingZeros = Math.max(0, decimal.scale() - decimal.precision());
        return plain(decimal.setScale(DIGITS + leadingZeros, RoundingMode.HALF_EVEN));
    }

    /** Adds blanks to the figures of a column, so that their points stand below each other. */
    static void alignPoints(List<String> column) {
        int most = column.stream().mapToInt(Figures::behindPoint).max().orElse(0);
        column.replaceAll(figure -> figure + " ".repeat(most - behindPoint(figure)));
    }

    /** Characters from the point on. */
    private static int behindPoint(String figure) {
        int point = figure.indexOf('.');
        return point < 0 ? 0 : figure.length() - point;
    }

    private static boolean isPlain(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= PLAIN_MIN && size < PLAIN_MAX);
    }

    private static String odd(double value) {
        return Double.isFinite(value) ? Double.toString(value) : UNKNOWN;
    }

    private static String plain(BigDecimal decimal) {
        return decimal.stripTrailingZeros().toPlainString();
    }
}
