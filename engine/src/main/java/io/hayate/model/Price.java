package io.hayate.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Prices that we send, exact: the digits of a decimal and its power of ten in one {@code long}, so that
 * the smallest price that is traded and the largest are kept alike. Two prices are equal when their
 * numbers are.
 *
 * <pre>digits * 256 + power of ten + 128    97010 is 9701 and 1, 0.00001234 is 1234 and -8</pre>
 *
 * <p>The venue takes five significant digits and cuts off the others; here a price of more is none.
 * Any thread. Allocates nothing where it is not said.
 */
public final class Price {
    /** No price. */
    public static final long NONE = 0;

    /** In place of a price: it has more digits than the venue takes. */
    public static final long INEXACT = -1;

    /** Significant digits that the venue takes. */
    public static final int DIGITS_MAX = 5;

    /** Bytes that suffice for the text of any price. */
    public static final int LENGTH_MAX = 32;

    private static final int POWER_SHIFT = 128;
    private static final int POWER_MASK = 255;
    private static final int POWER_MAX = 15;
    private static final int POWER_MIN = -22;
    private static final long DIGITS_END = 100_000;
    private static final Pattern PLAIN =
            Pattern.compile("[0-9]{1,24}(\\.[0-9]{1,24})?|\\.[0-9]{1,24}");
    private static final double[] POWERS = new double[-POWER_MIN + 1]; // each is exact

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private Price() {}

    /**
     * The price that this double is the nearest to; {@link #NONE} for what is no price, {@link #INEXACT}
     * for one of more than five digits.
     */
    public static long of(double value) {
        if (!isPrice(value)) {
            return NONE;
        }
        int power = powerOf(value);
        long digits = digits(value, power);
        return scale(digits, power) == value ? pack(digits, power) : INEXACT;
    }

    /** The nearest price of five digits; {@link #NONE} for what is no price. */
    public static long rounded(double value) {
        if (!isPrice(value)) {
            return NONE;
        }
        int power = powerOf(value);
        return pack(digits(value, power), power);
    }

    private static boolean isPrice(double value) {
        return value >= DIGITS_END / 10 / POWERS[-POWER_MIN]
                && value < DIGITS_END * POWERS[POWER_MAX];
    }

    /** The power of ten that the last of its five digits stands for. */
    private static int powerOf(double value) {
        int power = 0;
        if (value >= DIGITS_END) {
            while (value >= DIGITS_END * POWERS[power]) {
                power++;
            }
            return power;
        }
        while (value * POWERS[-power] < DIGITS_END / 10 && power > POWER_MIN) {
            power--;
        }
        return power;
    }

    private static long digits(double value, int power) {
        return (long) Math.rint(power > 0 ? value / POWERS[power] : value * POWERS[-power]);
    }

    /** Both are exact in a double, so one operation rounds correctly. */
    private static double scale(long digits, int power) {
        return power >= 0 ? digits * POWERS[power] : digits / POWERS[-power];
    }

    private static long pack(long digits, int power) {
        long shortest = digits;
        int scale = power;
        while (shortest % 10 == 0) {
            shortest /= 10;
            scale++;
        }
        return (shortest << 8) + scale + POWER_SHIFT;
    }

    /**
     * The price that a person wrote, such as {@code 97010} or {@code 0.00001234}: plain, without a sign;
     * {@link #NONE} for what is none, {@link #INEXACT} for one of more than five digits. Allocates.
     */
    public static long parse(String text) {
        BigDecimal given = PLAIN.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
        if (given.signum() == 0) {
            return NONE;
        }
        BigDecimal shortest = given.stripTrailingZeros();
        int point = shortest.precision() - shortest.scale();
        if (point < POWER_MIN + DIGITS_MAX || point > POWER_MAX + DIGITS_MAX) {
            return NONE;
        }
        boolean isExact = shortest.precision() <= DIGITS_MAX;
        return isExact ? pack(shortest.unscaledValue().longValue(), -shortest.scale()) : INEXACT;
    }

    /** True for a price, false for {@link #NONE} and {@link #INEXACT}. */
    public static boolean isPrice(long price) {
        return price > 0;
    }

    /** The nearest double, whose shortest text is the price; NaN for none. */
    public static double toDouble(long price) {
        return isPrice(price) ? scale(digits(price), power(price)) : Double.NaN;
    }

    private static long digits(long price) {
        return price >> 8;
    }

    private static int power(long price) {
        return (int) (price & POWER_MASK) - POWER_SHIFT;
    }

    /** How many digits count: {@code 3} of 9.55 and of 955000. */
    public static int digitCount(long price) {
        int count = 0;
        for (long rest = digits(price); rest > 0; rest /= 10) {
            count++;
        }
        return count;
    }

    /**
     * Writes a price as plain decimal text, without exponent or needless zeros.
     *
     * @param price is one
     * @param text receives ASCII; {@link #LENGTH_MAX} bytes always suffice
     * @return the number of bytes written
     */
    public static int write(long price, byte[] text, int offset) {
        int power = power(price);
        int count = digitCount(price);
        int point = count + power; // so many digits stand before it
        int at = offset;
        if (point <= 0) {
            text[at++] = '0';
            text[at++] = '.';
            at = putZeros(-point, text, at);
            return putDigits(digits(price), count, text, at) - offset;
        }
        if (power >= 0) {
            at = putDigits(digits(price), count, text, at);
            return putZeros(power, text, at) - offset;
        }
        long behind = 1;
        for (int i = power; i < 0; i++) {
            behind *= 10;
        }
        at = putDigits(digits(price) / behind, point, text, at);
        text[at++] = '.';
        return putDigits(digits(price) % behind, -power, text, at) - offset;
    }

    private static int putDigits(long digits, int count, byte[] text, int at) {
        long rest = digits;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + count;
    }

    private static int putZeros(int count, byte[] text, int at) {
        for (int i = 0; i < count; i++) {
            text[at + i] = '0';
        }
        return at + count;
    }

    /** The text of a price; empty for none. Allocates. */
    public static String text(long price) {
        if (!isPrice(price)) {
            return "";
        }
        byte[] text = new byte[LENGTH_MAX];
        return new String(text, 0, write(price, text, 0), StandardCharsets.US_ASCII);
    }
}
