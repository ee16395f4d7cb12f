package io.hayate.model;

/** What the venue calls the type of an order. Hayate sends the first; the others it reads. */
public enum OrderType {
    EXCHANGE_MARKET(1, "EXCHANGE MARKET"),
    EXCHANGE_LIMIT(2, "EXCHANGE LIMIT"),
    MARKET(3, "MARKET"),
    LIMIT(4, "LIMIT"),
    /** Any other word of the venue. */
    OTHER(0, "other");

    private static final OrderType[] VALUES = values();

    private final int code;
    private final String wireName;

    OrderType(int code, String wireName) {
        this.code = code;
        this.wireName = wireName;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** Name in the exchange's messages; a word of ours for {@link #OTHER}. */
    public String wireName() {
        return wireName;
    }

    /** The type with this code; {@link #OTHER} for a code that nobody has. Allocates nothing. */
    public static OrderType ofCode(int code) {
        for (OrderType type : VALUES) {
            if (type.code == code) {
                return type;
            }
        }
        return OTHER;
    }

    /** The type with this wire name; {@link #OTHER} for a word we do not use. Allocates nothing. */
    public static OrderType ofWire(char[] text, int offset, int length) {
        for (OrderType type : VALUES) {
            if (Texts.equals(type.wireName, text, offset, length)) {
                return type;
            }
        }
        return OTHER;
    }
}
