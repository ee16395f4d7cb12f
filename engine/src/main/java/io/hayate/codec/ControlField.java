package io.hayate.codec;

import java.util.HashMap;
import java.util.Map;

/** The keys of control events that Hayate reads. */
enum ControlField {
    EVENT(0, "event"),
    STATUS(1, "status"),
    CHANNEL(2, "channel"),
    SYMBOL(3, "symbol"),
    PAIR(4, "pair"),
    CURRENCY(5, "currency"),
    KEY(6, "key"),
    MESSAGE(7, "msg"),
    CODE(8, "code", 0),
    VERSION(9, "version", -1),
    CHANNEL_ID(10, "chanId", -1),
    FLAGS(11, "flags", -1),
    CID(12, "cid", -1),
    TIME_MS(13, "ts", 0),
    /** An object, whose {@code status} is the number. */
    PLATFORM(14, "platform", -1),
    PRECISION(15, "prec"),
    FREQUENCY(16, "freq"),
    /** A number or a text. */
    LENGTH(17, "len"),
    /** A number or a text. */
    SUBSCRIPTION_ID(18, "subId"),
    /** An object, or a text that holds it; the number is made of {@link KeyCapsDecoder}'s bits. */
    CAPS(19, "caps", -1);

    private static final ControlField[] VALUES = values();

    private static final Map<String, ControlField> BY_NAME = new HashMap<>();

    static {
        for (ControlField field : VALUES) {
            BY_NAME.put(field.wireName, field);
        }
    }

    private final int index;
    private final String wireName;
    private final boolean number;
    private final long absent;

    ControlField(int index, String wireName) {
        this(index, wireName, false, 0);
    }

    ControlField(int index, String wireName, long absent) {
        this(index, wireName, true, absent);
    }

    ControlField(int index, String wireName, boolean number, long absent) {
        this.index = index;
        this.wireName = wireName;
        this.number = number;
        this.absent = absent;
    }

    static int count() {
        return VALUES.length;
    }

    /** Place of the value in the arrays of a message. */
    int index() {
        return index;
    }

    String wireName() {
        return wireName;
    }

    /** True for a number that this field may hold. */
    boolean holds(long value) {
        return switch (this) {
            case CODE, VERSION, PLATFORM -> (int) value == value;
            case CHANNEL_ID -> value >= 0;
            case TIME_MS -> Bounds.isTimeMs(value);
            default -> true;
        };
    }

    /** True for a number whose fraction does not matter: the venue writes some with one. */
    boolean mayBeCut() {
        return this == TIME_MS || this == VERSION;
    }

    /** True for a whole number, false for a text. */
    boolean isNumber() {
        return number;
    }

    /** Makes all numbers of a message absent. */
    static void clear(long[] numbers) {
        for (ControlField field : VALUES) {
            numbers[field.index] = field.absent;
        }
    }

    /** The field of this key, or null for a key that is skipped. */
    static ControlField ofWire(String name) {
        return BY_NAME.get(name);
    }
}
