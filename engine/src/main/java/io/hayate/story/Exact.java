package io.hayate.story;

import io.hayate.model.Price;
import java.math.BigDecimal;

/** Exact numbers as plain decimal text, without exponent or needless zeros. */
final class Exact {
    private static final int UNIT_DECIMALS = 8;

    private Exact() {}

    /** An amount in units of 1e-8. */
    static BigDecimal ofUnits(long units) {
        return BigDecimal.valueOf(units, UNIT_DECIMALS);
    }

    /** A number of the venue, which is a double; null for one that was not told. */
    static BigDecimal of(double told) {
        return Double.isFinite(told) ? BigDecimal.valueOf(told) : null;
    }

    static String text(BigDecimal number) {
        if (number == null) {
            return null;
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String units(long units) {
        return text(ofUnits(units));
    }

    /** The text of a number of the venue; null for one that was not told. */
    static String text(double told) {
        return text(of(told));
    }

    /** The same; null for 0, where that stands for none. */
    static String textOrNone(double told) {
        return told == 0 ? null : text(told);
    }

    /** The text of a {@link Price}; null for none. */
    static String price(long price) {
        return Price.isPrice(price) ? Price.text(price) : null;
    }
}
