package io.hayate.venue.wire;

import java.math.BigDecimal;
import java.util.Map;

/** A client's object, read key by key; a key with a null value counts as absent. */
public final class Fields {
    private static final int MAGNITUDE_MAX = 40; // keeps arithmetic on hostile exponents cheap
    private static final BigDecimal WHOLE_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Map<?, ?> members;

    private Fields(Map<?, ?> members) {
        this.members = members;
    }

    /** The fields of this value, or null when it is not an object. */
    public static Fields of(Object value) {
        return value instanceof Map<?, ?> map ? new Fields(map) : null;
    }

    /** All of them, by their keys. */
    public Map<?, ?> members() {
        return members;
    }

    /** The value under this key, or null. */
    public Object get(String name) {
        return members.get(name);
    }

    /** True when there is a value under this key. */
    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** The string under this key, or null when it is absent or not a string. */
    public String text(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    /** The number, or number in a string, under this key, or null. */
    public BigDecimal decimal(String name) {
        return decimal(members.get(name));
    }

    /** The whole number from 0 up, or such a number in a string, under this key, or -1. */
    public long whole(String name) {
        return whole(members.get(name));
    }

    /** A number, or a string that holds one, of sane size; else null. */
    public static BigDecimal decimal(Object value) {
        BigDecimal number = null;
        if (value instanceof BigDecimal given) {
            number = given;
        } else if (value instanceof String text && text.length() <= 100) {
            number = parsed(text);
        }
        return number == null || !isSane(number) ? null : number;
    }

    /** A whole number from 0 up, or a string that holds one; else -1. */
    public static long whole(Object value) {
        BigDecimal number = decimal(value);
        boolean whole =
                number != null
                        && number.signum() >= 0
                        && number.compareTo(WHOLE_MAX) <= 0
                        && (number.scale() == 0 || number.stripTrailingZeros().scale() <= 0);
        return whole ? number.longValueExact() : -1;
    }

    private static BigDecimal parsed(String text) {
        BigDecimal plain = PlainDecimals.parse(text);
        if (plain != null) {
            return plain;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isSane(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) <= MAGNITUDE_MAX
                && Math.abs((long) number.scale()) <= 2 * MAGNITUDE_MAX;
    }
}
