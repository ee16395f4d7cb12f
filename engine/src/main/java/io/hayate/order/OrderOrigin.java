package io.hayate.order;

/** Who asked for an order; decides whether it is canceled when the strategy stops. */
public enum OrderOrigin {
    STRATEGY(1),
    CONSOLE(2);

    private static final OrderOrigin[] VALUES = values();

    private final int code;

    OrderOrigin(int code) {
        this.code = code;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** The origin with this code. */
    public static OrderOrigin ofCode(int code) {
        return VALUES[code - 1];
    }
}
