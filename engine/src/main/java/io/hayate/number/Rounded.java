package io.hayate.number;

import java.util.Locale;

/** Numbers for a person, rounded to some decimals. Not for prices, amounts or anything that is sent. */
public final class Rounded {
    private Rounded() {}

    /** The number with a dot and so many decimals; what rounds to zero has no sign. */
    public static String text(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean isMinusZero = text.matches("-[0.]+");
        return isMinusZero ? text.substring(1) : text;
    }
}
