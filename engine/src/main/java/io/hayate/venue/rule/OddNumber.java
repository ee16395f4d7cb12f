package io.hayate.venue.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;

/** A form in which JavaScript, or a server in trouble, may write a number. */
public enum OddNumber {
    /** The same value with an exponent: {@code 8.67e4}. */
    EXPONENT,
    /** The value beside the right one that rounding in binary leaves: {@code 0.30000000000000004}. */
    NOISE,
    /** The same value as a string. */
    STRING,
    /** A zero with a minus: {@code -0}. */
    NEGATIVE_ZERO,
    /** A number from which on JavaScript writes exponents: {@code 1e+21}. */
    HUGE,
    /** No value. */
    NULL;

    /** The form of this word, or null. */
    static OddNumber ofWord(String word) {
        return Arrays.stream(values())
                .filter(form -> form.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** This number in this form, as JSON. */
    public String json(BigDecimal number) {
        return switch (this) {
            case EXPONENT -> exponent(number.stripTrailingZeros());
            case NOISE -> noise(number);
            case STRING -> "\"" + number.toPlainString() + "\"";
            case NEGATIVE_ZERO -> "-0";
            case HUGE -> "1e+21";
            case NULL -> "null";
        };
    }

    private static String exponent(BigDecimal number) {
        if (number.signum() == 0) {
            return "0e+0";
        }
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = number.signum() < 0 ? "-" : "";
        String mark = exponent < 0 ? "e-" : "e+";
        return sign + digits.charAt(0) + rest + mark + Math.abs(exponent);
    }

    private static String noise(BigDecimal number) {
        double beside = StrictMath.nextUp(number.doubleValue());
        return new BigDecimal(beside).round(new MathContext(17)).toPlainString();
    }
}
