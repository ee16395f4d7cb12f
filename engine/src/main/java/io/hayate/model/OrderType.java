package io.hayate.model;

import java.util.Locale;

/**
 * What the venue calls the type of an order: how it trades, and on which wallet. Those of the exchange
 * wallet have {@code EXCHANGE} in front; the others trade on margin.
 */
public enum OrderType {
    EXCHANGE_MARKET(1, "EXCHANGE MARKET"),
    EXCHANGE_LIMIT(2, "EXCHANGE LIMIT"),
    MARKET(3, "MARKET"),
    LIMIT(4, "LIMIT"),
    EXCHANGE_STOP(5, "EXCHANGE STOP"),
    EXCHANGE_STOP_LIMIT(6, "EXCHANGE STOP LIMIT"),
    EXCHANGE_TRAILING_STOP(7, "EXCHANGE TRAILING STOP"),
    EXCHANGE_FOK(8, "EXCHANGE FOK"),
    EXCHANGE_IOC(9, "EXCHANGE IOC"),
    STOP(10, "STOP"),
    STOP_LIMIT(11, "STOP LIMIT"),
    TRAILING_STOP(12, "TRAILING STOP"),
    FOK(13, "FOK"),
    IOC(14, "IOC"),
    /** Any other word of the venue. */
    OTHER(0, "other");

    /** Codes are below. */
    public static final int CODES = 15;

    private static final OrderType[] VALUES = values();
    private static final OrderType[] BY_CODE = new OrderType[CODES];

    static {
        for (OrderType type : VALUES) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final String wireName;
    private final String word;
    private final boolean isExchange;

    OrderType(int code, String wireName) {
        this.code = code;
        this.wireName = wireName;
        isExchange = wireName.startsWith("EXCHANGE ");
        String bare = wireName.replaceFirst("^EXCHANGE ", "");
        word = bare.equals("FOK") || bare.equals("IOC") ? bare : bare.toLowerCase(Locale.ROOT);
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** Name in the exchange's messages; a word of ours for {@link #OTHER}. */
    public String wireName() {
        return wireName;
    }

    /** How a person calls it, whatever its wallet: {@code limit}, {@code stop limit}, {@code FOK}. */
    public String word() {
        return word;
    }

    /** True for an order on the exchange wallet, false for one on margin. */
    public boolean isExchange() {
        return isExchange;
    }

    /** True when it trades at any price as soon as it arrives. */
    public boolean isMarket() {
        return this == EXCHANGE_MARKET || this == MARKET;
    }

    /** True for an order that rests with a limit at once: it can be post-only, or have a stop beside it. */
    public boolean isLimit() {
        return this == EXCHANGE_LIMIT || this == LIMIT;
    }

    /** True when it waits unseen until its price is reached. */
    public boolean isStop() {
        return switch (this) {
            case EXCHANGE_STOP, STOP -> true;
            default -> isStopLimit() || isTrailingStop();
        };
    }

    /** True for a stop that becomes a limit order. */
    public boolean isStopLimit() {
        return this == EXCHANGE_STOP_LIMIT || this == STOP_LIMIT;
    }

    /** True for a stop that follows the market at a distance. */
    public boolean isTrailingStop() {
        return this == EXCHANGE_TRAILING_STOP || this == TRAILING_STOP;
    }

    /** True when it fills at once or ends: fill-or-kill, immediate-or-cancel, market. */
    public boolean isImmediate() {
        return switch (this) {
            case EXCHANGE_FOK, FOK, EXCHANGE_IOC, IOC -> true;
            default -> isMarket();
        };
    }

    /** True when it must have a price: its limit, or the stop price of a stop. */
    public boolean hasPrice() {
        return this != OTHER && !isMarket() && !isTrailingStop();
    }

    /** The same on margin; itself where it is there. */
    public OrderType onMargin() {
        return switch (this) {
            case EXCHANGE_MARKET -> MARKET;
            case EXCHANGE_LIMIT -> LIMIT;
            case EXCHANGE_STOP -> STOP;
            case EXCHANGE_STOP_LIMIT -> STOP_LIMIT;
            case EXCHANGE_TRAILING_STOP -> TRAILING_STOP;
            case EXCHANGE_FOK -> FOK;
            case EXCHANGE_IOC -> IOC;
            default -> this;
        };
    }

    /** The type with this code; {@link #OTHER} for a code that nobody has. Allocates nothing. */
    public static OrderType ofCode(int code) {
        return code > 0 && code < CODES ? BY_CODE[code] : OTHER;
    }

    /** The type with this wire name; {@link #OTHER} for a word we do not use. Allocates nothing. */
    public static OrderType ofWire(char[] text, int offset, int length) {
        for (OrderType type : VALUES) {
            if (type != OTHER && Texts.equals(type.wireName, text, offset, length)) {
                return type;
            }
        }
        return OTHER;
    }
}
